"""Kanji that, right beside a noun, may make another word of it."""

from __future__ import annotations

DERIVING = frozenset("的化性者員所場家屋師学論先語")
"""Behind a noun: 取引所 "exchange", 政治家 "politician", フランス語 "French"."""
PEOPLE = "人"
"""The same where the run of kanji ends: フランス人; but アフリカ人奴隷 are slaves from Africa."""
TURNING = frozenset("無非反不未脱")
"""Before a noun, which they turn round: 無政府 "anarchy", 反政府 "anti-government"."""
