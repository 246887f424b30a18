"""Whose is a role that is of something, and of which body: o presidente da Câmara, Rui Mota?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.role_names import name_behind_role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.sightings import Sightings
    from sentiment.extract.words import Token

_PROPER: Final = 2
"""Words that must follow an office inside a name, lest it be a part of the name."""
_ROLE_REACH: Final = 5
"""Tokens before a name that may be its role."""
_SHORT: Final = 5
"""Letters of a party's or a club's short name: SPÖ, Pd."""
_BODY: Final = 6
"""Tokens of a body's name behind the role in it."""


def ends_office(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> bool:
    """Whether a capital word ends a role: il ministro della Cultura Dario Fabbri."""
    front = at - 1
    while front > 0 and tokens[front].low in lexicon.organisation:
        front -= 1  # "la senadora del Centro Popular Ana Ríos"
    if at == 0 or end - at <= _PROPER or tokens[front].low not in lexicon.genitives:
        return False
    return any(t.low in lexicon.roles for t in tokens[max(0, at - _ROLE_REACH) : at])


def note_office(
    tokens: Sequence[Token],
    at: int,
    seen: Sightings,
    lexicon: ProseLexicon,
    printed: Callable[[Sequence[Token], int, int], str],
) -> None:
    """Note who has the role at ``at``, if it is of something, and in which body.

    printed  the name in a span of tokens
    """
    role = tokens[at].low
    if at + 1 >= len(tokens) or tokens[at + 1].low not in lexicon.genitives:
        return
    body = _body_of(tokens, at + 1, lexicon)
    if body:
        seen.bodies.append((tokens[at].start, role, body))
    kin = role in lexicon.relations
    found = name_behind_role(tokens, at + 1, len(tokens), lexicon, kin=kin)
    name = printed(tokens, *found) if found is not None else None
    if name is not None and not kin:
        seen.roles[role].append(name)
    last = seen.found[-1] if seen.found else None
    apart = at > 1 and tokens[at - 1].text == ","
    if name is None and last and apart and last.at + len(last.name) == tokens[at - 2].end:
        name = last.name  # "Ivo Olt, treinador do Lagoa"
    if name is not None:
        seen.members[role, name] |= body - set(name.casefold().split())


def _body_of(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> frozenset[str]:
    """The capitals of what the role before ``at`` is of: do Lagoa FC, de la Unión Popular."""
    words: set[str] = set()
    if at >= len(tokens) or tokens[at].low not in lexicon.genitives:
        return frozenset()
    for token in tokens[at + 1 : at + _BODY]:
        if token.kind != "w":
            break
        if token.text[0].isupper():
            words.add(token.low)
        elif token.low not in lexicon.determiners | lexicon.genitives:
            break
    return frozenset(words - lexicon.organisation)


def is_short_for(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether a body's capitals may stand for another's words: "Pd", "Partito Democratico"."""
    pairs = [(word, long) for short, long in ((one, other), (other, one)) for word in short]
    near = (all(w[0] in word for w in long) for word, long in pairs if len(word) <= _SHORT)
    return any(near)
