from glossary.suggestions.transcription.rendering import Rendering as Rendering
from glossary.suggestions.transcription.rendering import ranked
import itertools
def transcribe(name,kind,origin,target):
    from glossary.suggestions.transcription import korean, korean_places, korean_cyrillic, korean_kana
    if origin=="ko":
        r=(korean if kind=="person" else korean_places).readings(name)
        if target=="ko": return ranked(r,.85,"x")
        m={"uk":korean_cyrillic,"ja":korean_kana}[target]
        if kind=="person": l=[m.person(h,korean.family_length(h)) for h in r[:4]]
        else: l=[m.place(h) for h in r[:4]]
        return ranked([f for i in range(4) for t in l for f in t[i:i+1]],.5,"x")
    if origin=="ja":
        from glossary.suggestions.transcription import japanese
        return ranked((japanese.person if kind=="person" else japanese.place)(name,target),.9,"x")
    if origin in("ru","uk"):
        from glossary.suggestions.transcription import slavic
        return ranked((slavic.person if kind=="person" else slavic.place)(name,origin,target),.9,"x")
    if origin=="zh":
        from glossary.suggestions.transcription import chinese
        return ranked((chinese.person if kind=="person" else chinese.place)(name,target),.9,"x")
    return ()
