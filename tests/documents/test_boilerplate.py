"""What a page says about itself, and what only looks like it."""

import pytest

from glossary.documents.boilerplate import reason

BOILERPLATE = {
    "interface words only": [
        "Advertisement",
        "ADVERTISEMENT",
        "(Advertisement)",
        "Share this:",
        "Share on Facebook",
        "Tweet",
        "Facebook Twitter LinkedIn Email",
        "Comments",
        "Search this site",
        "Print this page",
        "Cancel reply",
        "Share This Article",
        "Subscribe Now",
    ],
    "button or box title": [
        "Read more",
        "Related Posts",
        "Sign in",
        "RELATED:",
        "Privacy Policy",
        "Top Stories",
        "See also",
    ],
    "copyright notice": [
        "© 2024 The Harbor Post. All rights reserved.",
        "Copyright 2031 Harbor Media Ltd.",
        "Copyright © 2019-2024 Harbor Media",
        "(c) 2024 by Harbor Media",
    ],
    "comment form": [
        "Your email address will not be published. Required fields are marked *",
        "Save my name, email, and website in this browser for the next time I comment.",
        "You must be logged in to post a comment.",
        "Be the first to comment on this story",
        "Leave a Reply",
        "2 thoughts on “A Treaty at Last”",
        "Name * Email *",
    ],
    "cookie notice": [
        "This website uses cookies to ensure you get the best experience on our website.",
        "We use cookies to personalize content and ads.",
        "By continuing to use this site, you agree to our terms.",
        "We and our 840 partners store cookies on your device.",
    ],
    "invitation": [
        "Sign up for our daily newsletter",
        "Subscribe to our newsletter and never miss a story!",
        "Follow us on Twitter",
        "Follow the Harbor Post on Facebook and Instagram.",
        "Click here to support our work.",
        "Get the latest news in your inbox",
        "Already a subscriber? Log in",
        "To continue reading, please log in.",
        "Please enable JavaScript to view this page.",
    ],
    "advertisement": [
        "Story continues below advertisement",
        "Article continues after this ad",
        "Paid content by Harbor Bank",
    ],
    "pointer to other pages": [
        "READ MORE: Parliament rejects the harbor tax",
        "Related: Storm warning lifted",
        "More from this author",
    ],
    "way around the page": [
        "Skip to content",
        "Skip to main content",
        "Page 2 of 5",
        "Next post: The Storm",
    ],
    "tag list": ["Tags: strait, patrols, Halden", "Filed under: World", "#Halden #treaty"],
    "counter": [
        "5 comments",
        "1,204 views",
        "4 min read",
        "12 shares | 3 comments",
        "Comments (12)",
        "Reading time: 4 minutes",
    ],
    "time stamp": [
        "Updated 3:14 PM",
        "Published: March 5, 2024",
        "Last updated on 5 March 2024 at 10:02 GMT",
        "Posted by admin",
        "Posted on March 5, 2024 by Jane Roe",
        "3 hours ago",
        "March 5, 2024 3:14 PM",
    ],
    "address": ["https://example.org/a?b=c", "press@example.org", "@harborpost"],
    "trail of links": ["Home » World » Asia", "Home > News > Two Ministries Agree", "About | Contact | Terms of Use"],
}

TEXT = [
    "Advertisements for the posts will appear in April.",
    "The ministry's website uses cookies to track its visitors, the report says.",
    "The two sides share a border of 200 miles.",
    "Comments by the minister angered the delegation.",
    "Reply of the Government of Averne",
    "Subscribe to the treaty or leave, the general told them.",
    "The Print Union",
    "Read the Treaty of Halden",
    "Copyright law protects such maps.",
    "The Copyright Convention of 1952",
    "By using force, you agree to nothing, she said.",
    "Not a member of the alliance, Averne stayed neutral.",
    "Have you ever wondered what happens to your phone?",
    "JavaScript is a programming language.",
    "Skip to the conclusion, he said.",
    "Presented by the Secretary-General",
    "Related parties include the banks of Halden.",
    "Follow the money, says the founder of Twitter.",
    "13 votes in favor, none against",
    "Published reports contradict the ministry.",
    "Updated figures came on Monday.",
    "Gateway → Exchange → Queue",
    "Averne / Valdoria / Southern Isles",
    "Author: Jane Roe, Diplomatic Correspondent",
    "Mr. Roe is the correspondent for the Harbor Post. Read his other articles and essays.",
    "More than 200 boats lay in the harbor.",
    "Category 5 Storm Nears the Outer Banks",
    "Home Office",
    "Search and Rescue",
    "Joint Comment on the Draft Treaty",
    "The Twitter accounts of both ministries fell silent.",
    "Register of Treaties",
    "Page 12 of the report names the envoy.",
    "Kim Jong Un",
    "42",
]


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in BOILERPLATE.items() for text in texts])
def test_boilerplate_and_why(rule, text):
    assert reason(text) == rule


@pytest.mark.parametrize("text", TEXT)
def test_text_is_text(text):
    assert reason(text) == ""


def test_long_blocks_are_text_and_cost_nothing():
    assert reason("Share this. " * 100_000) == ""
