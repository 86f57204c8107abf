"""What a page says about itself rather than about the world: buttons, forms, notices, counters.

The rules look at the shape of a block that stands alone, never at one site's words.  Two kinds:

* a block of a few words that *all* belong to the vocabulary of user interfaces ("Share this article",
  "Leave a Reply"), with at least one that means nothing else;
* a pattern that only a page uses to talk to its reader: an imperative with a web object ("Sign up for
  our newsletter"), this page's own cookies, a form's formula, a counter, a trail of links.

A sentence *about* advertisements or cookies matches neither: it has other words, and no "our" or "you".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from glossary.expressions import expression


def _words(text: str, separator: str | None = None) -> frozenset[str]:
    return frozenset(" ".join(part.split()) for part in text.split(separator))


_CORE = _words(
    """
    ad ads advert advertisement advertisements advertising bookmark bookmarks breadcrumb clipboard comment
    comments cookie cookies disqus e-paper facebook faq flipboard fullscreen hide homepage instagram linkedin
    loading log-in login logout menu messenger mute navigation newsletter newsletters password paywall permalink
    pingbacks pinterest prev previous print recommended reddit replies reply repost retweet rss search share
    shared shares sign-in sign-up signin signup sitemap skip sponsored subscribe subscribed subscription
    subscriptions tiktok toggle trackback trackbacks trending tumblr tweet twitter unmute unsubscribe username
    whatsapp youtube
    """
)
"""Words that, alone on a line, belong to the page."""

_PLAIN = _words(
    """
    a about above accept account add all also an and any article articles at back below blog by cancel
    categories click close comments contact content continue continued continues copied copy date e-mail edit
    editor's email favorites feed font for free from full get go here home i in it join jump language latest
    leave like link links list load log mail main manage many me minutes more most must my new newer news next
    no now of off older on one options or our out page pages policy popular post posts preferences privacy read
    reading register reject related report save scroll section see send settings show sign site size skip sort
    stories story submit tags tap telegram terms text that the them these this to today top topics up us use via
    video videos view views visit watch we wishlist with write x you your
    """
)
"""Words that the page uses as well as everybody; they never suffice."""

_PHRASES = _words(
    """
    about the author | about us | accept | accept all | add to cart | all posts | archives | back to top | buy
    now | cancel | categories | click here | close | contact | contact us | contents | copy link | don't miss |
    donate | donate now | download pdf | download the app | e-mail | edit | edit this page | editor's picks |
    editors' picks | email | follow us | get the app | go to top | got it | have your say | home | i agree | in
    this section | join the conversation | join the discussion | join us | latest news | latest posts | latest
    stories | learn more | link copied | listen | listen to this article | live tv | load more | log in | log
    out | more | more from this section | more stories | most popular | most read | most viewed | next | next
    article | next page | next post | ok | on this page | popular posts | post | previous | privacy policy |
    read more | read next | recent posts | register | reject all | related | related articles | related content
    | related news | related posts | related stories | related topics | save | see also | see more | send | shop
    now | show more | sign in | sign out | sign up | submit | table of contents | tags | terms and conditions |
    terms of service | terms of use | tip jar | top | top stories | up next | view all | view all posts | view
    more | watch live | news feed | what's next | you may also like | you might also like
    """,
    "|",
)
"""Whole blocks whose words are everybody's, but which as a block are a button or a box's name."""

_NETWORK = (
    "(?:Facebook|Twitter|X|Instagram|LinkedIn|YouTube|Telegram|WhatsApp|TikTok|Threads|Bluesky|Mastodon|"
    "Google News|Apple News|Flipboard|Reddit|social media)"
)
_TIME = r"\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}(?:[+-]\d+)?\)?)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s)?(?:{_MONTH}\s{_DAY},?\s\d{{4}}|{_DAY}\s{_MONTH},?\s\d{{4}}|"
    r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_AGO = r"(?:an?|\d+)\s(?:second|minute|min|hour|day|week|month|year)s?\sago"
_WHEN = (
    rf"(?:(?:on|at)\s)?(?:{_DATE}(?:[,\s|·-]+(?:at\s)?{_TIME})?|{_TIME}(?:[,\s|·-]+(?:on\s)?{_DATE})?|"
    rf"today|yesterday|{_AGO})"
)
_COUNTED = r"(?:views?|shares?|comments?|likes?|reads?|replies|followers|subscribers|retweets|reactions|claps)"
_ADDRESS = r"(?:(?:https?://|www\.)\S+|\S+@\S+\.\w+|@\w+)"

_SHAPES: Mapping[str, tuple[str, ...]] = {
    "copyright notice": (
        r"(?:©|\(c\)|copyright)\s?(?:copyright\s)?(?:©\s?|\(c\)\s?)?(?:by\s)?\d{4}\b.{0,160}",
        r".{0,160}\ball rights reserved\b.{0,160}",
        (
            r"(?:.{0,100}\W)?(?:unauthori[sz]ed )?(?:reproduction|redistribution|copying)(?: or \w+)?"
            r" (?:(?:is|are) )?(?:strictly )?(?:prohibited|forbidden)(?: without .{0,60})?\.?"
        ),
        r"(?:©|copyright\s©)\s.{0,60}\b\d{4}(?:[-–]\d{2,4})?\.?",
    ),
    "comment form": (
        r"your e-?mail(?: address)? will (?:not|never) be (?:published|shared).{0,80}",
        r"required fields are marked.{0,20}",
        r"save my name, .{0,120}",
        r"you (?:must|need to) be (?:logged|signed|registered) in.{0,60}",
        r"(?:please )?(?:log|sign) in to (?:leave|post|write|read|continue|view|comment).{0,80}",
        r"notify me (?:of|when|by) .{0,80}",
        r"(?:be the first to|leave a|post a|add a|write a|join the) (?:comment|reply|conversation|discussion)\b.{0,40}",
        r"comments? (?:are|is) (?:closed|disabled|off|moderated).{0,80}",
        r"this site uses akismet.{0,80}",
        r"(?:name|e-?mail|website|comment) ?\*(?: (?:name|e-?mail|website|comment) ?\*?)*",
        r"\d+ (?:thoughts?|comments?|responses?|replies) (?:on|to) [\"'“‘].{0,160}",
    ),
    "cookie notice": (
        r"(?:this|our) (?:web)?site (?:uses|may use|stores|places) .{0,60}\bcookies\b.{0,300}",
        r"we(?: and our (?:\d+ )?partners)? (?:use|store) .{0,120}\bcookies\b.{0,300}",
        r"we(?: and our (?:\d+ )?partners)? (?:use|store) cookies\b.{0,300}",
        (
            r"by (?:continuing|using|clicking|browsing|closing)(?: on| to (?:use|browse|visit))?,? "
            r"(?:this|our|the|any|you)\b.{0,120}\b(?:agree|accept|consent|cookies)\b.{0,200}"
        ),
        r"(?:accept|manage|reject|allow)(?: all)? cookies.{0,40}",
        r"cookie (?:policy|settings|preferences|notice|consent)",
    ),
    "invitation": (
        (
            r"(?:[\w ']{1,60}: )?"
            r"(?:please )?(?:sign up|subscribe|register)\b(?: now| today| here| free)?(?: (?:for|to|and)\b.{0,120})?"
            r"(?:newsletters?|e-?mails?|inbox|updates|alerts|briefing|podcast|channel|account|unlimited access|trial|"
            r"rss feed|magazine)\b.{0,120}"
        ),
        rf"(?:please )?(?:follow|like|find|join|connect with) (?:\w+ ){{1,4}}(?:@\w+ )?on {_NETWORK}\b.{{0,100}}",
        r"(?:please )?follow @\w+.{0,60}",
        r"(?:get|receive) .{0,80}\b(?:in|to|delivered to|straight to) your (?:inbox|e-?mail)\b.{0,80}",
        r"(?:click|tap) (?:here|to|on the|the link|below)\b.{0,120}",
        r"enter your e-?mail\b.{0,120}",
        r"our (?:\w+ ){1,3}newsletters?",
        r"(?:don'?t|never) miss (?:a|an|our|any|out)\b.{0,40}\b(?:story|stories|post|update|newsletter|news)\b.{0,60}",
        r"(?:already|not)(?: yet)? (?:a|have an) (?:subscriber|member|account)\?.{0,60}",
        r"to (?:continue|keep) reading,.{0,100}",
        r"download (?:our|the)\b.{0,30}\bapp\b.{0,80}",
        r"(?:support|donate to) (?:us|our (?:work|journalism|site|mission|newsroom))\b.{0,80}",
        r"(?:please )?(?:enable|turn on) javascript.{0,120}",
        r"your browser (?:does not|doesn't|is not|isn't|has) .{0,120}",
        r"javascript (?:is|must be|has been)(?: currently)? (?:disabled|enabled|required|needed|turned o).{0,80}",
    ),
    "advertisement": (
        r"(?:story|article|content) continues (?:below|after)\b.{0,40}",
        r"(?:continue reading|scroll down)\b.{0,60}",
        r"report this ad|(?:paid|sponsored) (?:content|post|partner)(?: by\b.{0,60})?",
    ),
    "pointer to other pages": (
        (
            r"(?:related|read more|read also|also read|read next|see also|see more|more on this|"
            r"most read|must read|don't miss|you may also like|more from [\w .]{2,40})\s?"
            r"(?:stories|articles?|posts?|news|reading|coverage|topics)?\s?[:|»>].{0,160}"
        ),
        r"more (?:from|about|on|in) (?:this|the|our)\b[\w ]{0,30}",
    ),
    "way around the page": (
        r"(?:skip|jump) to (?:the )?(?:main|content|navigation|search|footer|menu|comments|top|bottom)\b[\w -]{0,20}",
        r"(?:go |return )?back to (?:the )?(?:top|home|homepage|main|index|all|search|results|list)\b[\w -]{0,20}",
        r"page \d+(?: of \d+)?",
        r"(?:previous|next) (?:post|article|story|page)\b.{0,120}",
    ),
    "tag list": (
        r"(?:tags?|topics?|tagged(?: with| as)?|filed under|categor(?:y|ies)|posted in|published in)\s?:\s?.{0,160}",
        r"#\w[\w'-]*(?:[\s,]+#?[\w'–-]+){0,12}",
    ),
    "counter": (
        rf"(?:\d[\d,.]*\s?[km]?\s{_COUNTED}\b[\s|·,]*)+",
        rf"{_COUNTED}\s?[:(]?\s?\d[\d,.]*\s?[km]?\)?",
        r"(?:reading time:?\s)?\d+[\s-]min(?:ute)?s?(?: read)?(?:ing time)?",
    ),
    "time stamp": (
        (
            r"(?:(?:first |last |originally )?(?:updated|published|posted|modified|created|issued|edited|uploaded)"
            rf"(?: (?:by|in) [\w. ]{{1,40}})?)\s?[:|]?\s?{_WHEN}"
            rf"(?:[\s|·,/-]+(?:(?:updated|published|modified)[:\s]+)?{_WHEN})*(?:\s?(?:by|in|\|) [\w. ]{{1,40}})?\.?"
        ),
        r"posted by [\w. -]{1,40}",
        rf"{_TIME}(?:,?\s{_DATE})?|{_DATE}[,\s|·-]+(?:at\s)?{_TIME}|{_AGO}",
    ),
    "address": (rf"{_ADDRESS}(?:\s{_ADDRESS})*",),
}
"""Reason → shapes, one of which has to fill the whole block."""
_PATTERNS = {name: expression(f"(?:{'|'.join(shapes)})$", re.IGNORECASE) for name, shapes in _SHAPES.items()}

_TRAIL = expression(r"\s*[>»›→]\s*|\s+[|/·•\\]\s+")
_TOKEN = expression(r"[^\W\d_]+(?:['’.-][^\W_]+)*")
_LONGEST = 400
"""Characters; only notices come near, and no rule has to read a chapter."""


def reason(text: str) -> str:
    """Why this block is boilerplate: the name of the rule in a few words; empty when it is text.

    ``text`` is a whole block as in ``Segment.text``.
    """
    if len(text) > _LONGEST:
        return ""
    plain = text.strip(" :*•·|[]<>»«…-–—").replace("’", "'")
    plain = plain[1:-1] if plain[:1] == "(" and plain[-1:] == ")" else plain
    low = plain.casefold()
    if low.rstrip(".!") in _PHRASES:
        return "button or box title"
    for name, pattern in _PATTERNS.items():
        if pattern.match(plain):
            return name
    if text[:1] == "©" and _PATTERNS["copyright notice"].match(text):
        return "copyright notice"
    if _is_interface(low):
        return "interface words only"
    return "trail of links" if _is_trail(text) else ""


def _is_interface(low: str) -> bool:
    """At most eight words, all of the page's vocabulary, one of them its own."""
    words = _TOKEN.findall(low) if low.count(" ") < 12 else []
    if not 0 < len(words) <= 8:
        return False
    return all(word in _CORE or word in _PLAIN for word in words) and any(word in _CORE for word in words)


def _is_trail(text: str) -> bool:
    """Three or more short parts between separators, no sentence, one of them the page's ("Home » World » Asia")."""
    if text.endswith((".", "?", "!", '"', "”")):
        return False
    parts = [part.casefold().strip() for part in _TRAIL.split(text) if part]
    if len(parts) < 3 or any(part.count(" ") > 4 for part in parts):
        return False
    return any(part in _PHRASES or _is_interface(part) for part in parts)
