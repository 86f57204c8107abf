"""What is known of single languages: English identity of forms here, target languages' plural rules.

Shared by all rooms and importing none of them.
"""
