"""How do negation, emphasis, contrast and company change what a piece of text says?

Each function is one rule, from evidence to evidence. The step sizes of negation,
boosters, capitals and exclamation marks are those Hutto and Gilbert (2014)
measured for VADER; the others are ours, and say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.score.evidence import Evidence, is_break
from sentiment.score.spelling import stretched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.score.evidence import Reading
    from sentiment.score.vocabulary import Modifiers

_REACH: Final = 3
_NEGATED: Final = -0.74
_NEGATED_BLAME: Final = -0.4  # ours: "not bad" is faint praise
_CAPITALS: Final = 0.733
_HELD: Final = 0.3  # ours: "loooved" is loved, and a little more
_DECAY: Final = (1.0, 0.95, 0.9)
_EXCLAMATION: Final = 0.292
_MOST_MARKS: Final = 3
_MOST_EXCLAIMED: Final = 0.4  # ours: marks stress a stance, they do not make one
_BEFORE_BUT: Final = 0.5
_AFTER_BUT: Final = 1.5
_REPEAT: Final = 0.25  # ours: the second and third of the same emoji
_ASKED: Final = 0.5  # ours: "is it good?" says little of the asker's stance
_MUTED: Final = -0.35  # ours: praise beside a sneer counts a little against
_FIRM: Final = 0.5
_FIRM_BLAME: Final = 2.0  # ours: it takes more than a weak word to make tears unhappy ones
_DENIAL: Final = -0.35  # ours: a "not" that turns nothing still denies
_MOST_DENIALS: Final = 3
_WORTH_SHOUTING: Final = 3

_COMPANY: Final = {
    # role: (share of its own strength with praise, with blame)
    "tears": (1.0, -1.0),
    "laughs": (0.8, -0.6),
    "shock": (1.0, -1.0),
    "irony": (0.3, -1.0),
    "swear": (0.5, -1.0),
    "dare": (0.5, -1.0),
}
_COMPANIONS: Final = frozenset(_COMPANY) | {"denial"}


def swayed(reading: Reading, modifiers: Modifiers) -> list[Evidence]:
    """The evidence after every rule; the same pieces in the same order, marks at the end."""
    shouted = _shouted(reading)
    evidence = [_shifted(piece, reading, modifiers, shouted) for piece in reading.evidence]
    evidence = _contrasted(evidence, reading, modifiers)
    evidence = _asked(evidence, reading)
    evidence = _denied(evidence, reading, modifiers)
    evidence = _unrepeated(evidence)
    evidence = _sneered(evidence)
    return _in_company(evidence)


def _shifted(
    piece: Evidence,
    reading: Reading,
    modifiers: Modifiers,
    shouted: bool,  # noqa: FBT001 - a fact about the text, not a switch
) -> Evidence:
    """Boosters, negation, capitals and held letters around one piece."""
    if piece.kind != "word":
        return piece
    value, why = piece.value, piece.why
    sign = 1.0 if value > 0 else -1.0
    negated = False
    forms = reading.forms
    steps = 0
    at = piece.at - 1
    while at >= 0 and steps < _REACH:
        form = forms[at]
        if is_break(form) or form in modifiers.contrasts or form == ",":
            break
        boost = modifiers.boosters.get(form)
        if boost is not None:
            value += sign * boost * _DECAY[steps]
            why += f"; {form!r} before it"
        if form in modifiers.negators and form not in modifiers.after and piece.role != "fixed":
            negated = not negated
        steps += 1
        at -= 1
    if modifiers.after and piece.role != "fixed":
        negated = negated != _negated_after(piece, forms, modifiers)
    token = reading.tokens[piece.at]
    if (
        token.kind == "word"
        and len(piece.token) >= _WORTH_SHOUTING
        and piece.token.isupper()
        and not shouted
    ):
        value += sign * _CAPITALS
        why += "; in capitals"
    if token.kind == "word" and stretched(token.form):
        value += sign * _HELD
        why += "; letters held"
    if negated:
        value *= _NEGATED if value > 0 else _NEGATED_BLAME
        why += "; negated"
    return piece._replace(value=value, why=why)


def _negated_after(piece: Evidence, forms: Sequence[str], modifiers: Modifiers) -> bool:
    """Hindi negates on either side of the verb: "acha nahi hai", "nahi acha"."""
    at, to = piece.at, piece.to
    for form in (*forms[to : to + 2], *forms[max(0, at - 1) : at]):
        if is_break(form) or form == ",":
            return False
        if form in modifiers.after:
            return True
    return False


def _shouted(reading: Reading) -> bool:
    """Whether the whole text is in capitals, so that they stress nothing."""
    words = [token.text for token in reading.tokens if token.kind == "word" and len(token.text) > 1]
    return all(word.isupper() for word in words)


def _contrasted(evidence: list[Evidence], reading: Reading, modifiers: Modifiers) -> list[Evidence]:
    """What stands before the last "but" of a sentence counts half, what follows it half again."""
    forms = reading.forms
    buts = [at for at, form in enumerate(forms) if form in modifiers.contrasts]
    if not buts:
        return evidence
    but = buts[-1]
    end = next((at for at in range(but, len(forms)) if is_break(forms[at])), len(forms))
    if not any(but < piece.at < end for piece in evidence):
        return evidence
    found = []
    for piece in evidence:
        if piece.at < but:
            found.append(
                piece._replace(value=piece.value * _BEFORE_BUT, why=piece.why + "; before 'but'")
            )
        elif piece.at < end:
            found.append(
                piece._replace(value=piece.value * _AFTER_BUT, why=piece.why + "; after 'but'")
            )
        else:
            found.append(piece)
    return found


def _asked(evidence: list[Evidence], reading: Reading) -> list[Evidence]:
    """Praise inside a question is asked for, not given."""
    forms = reading.forms
    if "?" not in forms:
        return evidence
    asked: set[int] = set()
    start = 0
    for at, form in enumerate(forms):
        if is_break(form):
            if form == "?":
                asked.update(range(start, at))
            start = at + 1
    return [
        piece._replace(value=piece.value * _ASKED, why=piece.why + "; in a question")
        if piece.at in asked and piece.value > 0 and piece.kind == "word"
        else piece
        for piece in evidence
    ]


def _denied(evidence: list[Evidence], reading: Reading, modifiers: Modifiers) -> list[Evidence]:
    """Negations that turn no word count a little against: "You can't do that in the box"."""
    turned = {place for piece in evidence for place in range(piece.at - _REACH, piece.to + 2)}
    found: list[Evidence] = []
    for at, form in enumerate(reading.forms):
        if form in modifiers.negators and at not in turned and len(found) < _MOST_DENIALS:
            token = reading.tokens[at]
            why = "a negation that turns nothing"
            found.append(
                Evidence(
                    "word", token.text, _DENIAL, "denial", why, at, at + 1, token.start, token.end
                )
            )
    return sorted(evidence + found, key=lambda piece: piece.at) if found else evidence


def _unrepeated(evidence: list[Evidence]) -> list[Evidence]:
    """The second and third of an emoji add a quarter each, further ones nothing."""
    seen: dict[str, int] = {}
    found = []
    for piece in evidence:
        if piece.kind != "emoji":
            found.append(piece)
            continue
        times = seen.get(piece.token, 0)
        seen[piece.token] = times + 1
        if times == 0:
            found.append(piece)
        elif times < _MOST_MARKS:
            found.append(piece._replace(value=piece.value * _REPEAT, why=piece.why + "; repeated"))
        else:
            found.append(piece._replace(value=0.0, why=piece.why + "; repeated"))
    return found


def _sneered(evidence: list[Evidence]) -> list[Evidence]:
    """Praise in the company of a sneer is not meant."""
    if not any(piece.role == "sneer" for piece in evidence):
        return evidence
    return [
        piece._replace(value=piece.value * _MUTED, why=piece.why + "; beside a sneer")
        if piece.value > 0
        else piece
        for piece in evidence
    ]


def _in_company(evidence: list[Evidence]) -> list[Evidence]:
    """Tears, laughter, awe and swearing take the side of the words and emoji they stand with."""
    if not any(piece.role in _COMPANIONS for piece in evidence):
        return evidence
    firm = sum(piece.value for piece in evidence if piece.role not in _COMPANIONS)
    roles = {piece.role for piece in evidence}
    moved = {"tears", "dare"} <= roles and firm > -_FIRM_BLAME
    grief = "grief" in roles
    if not grief and not moved and -_FIRM_BLAME < firm < _FIRM:
        return evidence
    praised = (firm > 0 or moved) and not grief
    found = []
    for piece in evidence:
        if piece.role not in _COMPANY:
            found.append(piece)
            continue
        with_praise, with_blame = _COMPANY[piece.role]
        share = with_praise if praised else with_blame
        side = "praise" if praised else "blame"
        found.append(
            piece._replace(value=abs(piece.value) * share, why=f"{piece.why}; beside {side}")
        )
    return found


def exclaimed(text: str, total: float) -> float:
    """What exclamation marks add to a total, towards its own side."""
    marks = min(text.count("!"), _MOST_MARKS)
    most = abs(total) * _MOST_EXCLAIMED
    added = min(marks * _EXCLAMATION, most)
    return added if total > 0 else -added
