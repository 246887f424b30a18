"""Which reactions are quoted on the pages, and with what beside them?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.write.typst_text import elided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.write.material import Material, Voice
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

# What a reader takes in at once; the tables hold the rest.
_MOST_QUOTES: Final = 5
_LONGEST_QUOTE: Final = 320
_LONGEST_NAME: Final = 60
_LONGEST_LINK: Final = 1000
_WEB: Final = ("https://", "http://")


def strongest_quotes(material: Material, words: Wording) -> dict[str, Json]:
    """The most positive and the most negative distinct reactions, strongest first."""
    voices = {voice.id: voice for voice in material.voices}
    summary = material.summary

    def side(ids: Sequence[str]) -> list[dict[str, Json]]:
        known = (voices[id_] for id_ in ids if id_ in voices)
        return [_quote(voice, words) for voice in known if voice.text.strip()][:_MOST_QUOTES]

    return {
        "positive": side(summary.strongest_positive),
        "negative": side(summary.strongest_negative),
    }


def _quote(voice: Voice, words: Wording) -> dict[str, Json]:
    text = voice.text.rstrip()
    if voice.url and text.endswith(voice.url):  # a flattened tweet's last word is its own link
        text = text.removesuffix(voice.url).rstrip() or text
    where = words.named("platform", voice.platform) if voice.platform else ""
    handle = f"@{voice.handle}" if voice.handle and voice.author else ""
    origin = [
        elided(handle, _LONGEST_NAME),
        words.named("kind-one", voice.kind),
        where,
        words.day(voice.posted_at) if voice.posted_at else "",
    ]
    return {
        "lines": _lines(words.say("quote.marks", text=text)),
        # articles print it within the quotation more often than not
        "translation": elided(voice.translation, _LONGEST_QUOTE)
        if voice.translation and voice.translation not in text
        else "",
        "author": elided(voice.person or words.say("people.unknown"), _LONGEST_NAME),
        "origin": ", ".join(part for part in origin if part),
        "source": elided(voice.outlet or voice.article, _LONGEST_NAME),
        "copies": words.say("quote.copies", n=voice.copies) if voice.copies > 1 else "",
        "url": web_link(voice.url),
        "score": words.score(voice.score),
    }


def _lines(text: str) -> list[str]:
    """The lines of a quotation as printed, in all no longer than a page bears."""
    lines: list[str] = []
    left = _LONGEST_QUOTE
    for line in text[: 8 * _LONGEST_QUOTE].splitlines():
        if line.strip() and left > 1:
            lines.append(elided(line, left))
            left -= len(lines[-1])
    return lines


def web_link(url: str | None) -> str:
    """The address if it is one a reader may follow: http or https, printable, of sane length."""
    if url is None or len(url) > _LONGEST_LINK or not url.isprintable() or " " in url:
        return ""
    return url if url.lower().startswith(_WEB) else ""
