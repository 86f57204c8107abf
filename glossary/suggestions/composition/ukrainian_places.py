"""Ukrainian genitive and locative of cities and regions."""

from __future__ import annotations

from functools import lru_cache

from glossary.expressions import expression

_TABLE = {
    "Київ": ("Києва", "Києві"), "Львів": ("Львова", "Львові"), "Дніпро": ("Дніпра", "Дніпрі"),
    "Рівне": ("Рівного", "Рівному"), "Суми": ("Сум", "Сумах"), "Черкаси": ("Черкас", "Черкасах"),
    "Чернівці": ("Чернівців", "Чернівцях"), "Афіни": ("Афін", "Афінах"), "Крим": ("Криму", "Криму"),
    "Донбас": ("Донбасу", "Донбасі"), "Близький Схід": ("Близького Сходу", "Близькому Сході"),
    "Тернопіль": ("Тернополя", "Тернополі"), "Запоріжжя": ("Запоріжжя", "Запоріжжі"),
    "Закарпаття": ("Закарпаття", "Закарпатті"), "Нью-Йорк": ("Нью-Йорка", "Нью-Йорку"),
    "Кавказ": ("Кавказу", "Кавказі"), "Сибір": ("Сибіру", "Сибіру"), "Сахалін": ("Сахаліну", "Сахаліні"),
    "Тайвань": ("Тайваню", "Тайвані"), "Кремль": ("Кремля", "Кремлі"), "Балкани": ("Балкан", "Балканах"),
    "Схід": ("Сходу", "Сході"), "Захід": ("Заходу", "Заході"), "Гонконг": ("Гонконгу", "Гонконзі"),
    "Курдистан": ("Курдистану", "Курдистані"), "Тибет": ("Тибету", "Тибеті"), "Техас": ("Техасу", "Техасі"),
}  # fmt: skip
"""Fleeting and alternating vowels, plurals, and regions, which take -у where cities take -а."""
_REGION = expression(r"(?P<stem>.+[сцз]ьк)(?:а (?P<oblast>область)|ий край)")
_NAME = expression(r"[А-ЯІЇЄҐ][а-яіїєґ’]+(?:-[А-ЯІЇЄҐа-яіїєґ’]+)*")
_RULES = tuple(
    (expression(ending), genitive, locative)
    for ending, genitive, locative in (
        (r"(?:не|ве|ське|нці|[иїй])$", None, None),  # adjectives and plurals: Рівне, Суми; no rule is sure
        (r"(?<=[оуюіеє])$", "", ""),  # foreign and indeclinable: Токіо, Баку, Сочі
        (r"(?<=[сцз]ьк)$", "а", "у"),
        (r"їв$", "єва", "єві"),
        (r"(?<=[гкнлшжчрт])ів$", "ова", "ові"),
        (r"ія$", "ії", "ії"),
        (r"(?<=[жчшщ])а$", "і", "і"),
        (r"га$", "ги", "зі"),
        (r"ка$", "ки", "ці"),
        (r"ха$", "хи", "сі"),
        (r"а$", "и", "і"),
        (r"(?<=пол)ь$|(?<=ел)ь$", "я", "і"),
        (r"(?<=[аиу]н)ь$", "і", "і"),
        (r"(?<=[бвгґджзклмнпрстфхцчшщ])$", "а", "і"),
    )
)
"""Ending → genitive and locative instead of it; the first that fits.  Правопис (2019), §§ 82, 87, 88, 98."""


@lru_cache(maxsize=5_000)
def place(name: str) -> tuple[str, str]:
    """Genitive and locative (without preposition) of a city's or region's name; both empty when no rule is sure.

    >>> place("Москва"), place("Мінськ"), place("Токіо"), place("Херсонська область")
    (('Москви', 'Москві'), ('Мінська', 'Мінську'), ('Токіо', 'Токіо'), ('Херсонської області', 'Херсонській області'))
    """
    if name in _TABLE:
        return _TABLE[name]
    region = _REGION.fullmatch(name)
    if region:
        stem = region["stem"]
        return (
            (f"{stem}ої області", f"{stem}ій області") if region["oblast"] else (f"{stem}ого краю", f"{stem}ому краї")
        )
    if not _NAME.fullmatch(name):
        return "", ""
    for ending, genitive, locative in _RULES:
        if ending.search(name):
            if genitive is None or locative is None:
                return "", ""
            return ending.sub(genitive, name), ending.sub(locative, name)
    return "", ""
