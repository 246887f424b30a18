"""Who holds a role, or one like it, and who is told to do other work?"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from sentiment.extract.offices_told import is_short_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.cast import Cast

_PARTICIPLES: Final = ("ado", "ada", "ido", "ida")
"""Endings of what somebody is called by what was done to them, in Spanish and Portuguese."""
_CLOSING: Final = frozenset("”\"’'")
_MARKS: Final = 2
"""Code points from closing marks to what follows them."""
_PHRASE: Final = 24
"""Code points from a phrase to the role in it."""


class Holders:
    """Who holds which role in one article, as far as it tells."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        lexicon = cast.lexicon
        rows = (row for row in lexicon.alike if row.isdisjoint(lexicon.offices))
        self._trades: frozenset[str] = frozenset().union(*rows)
        self.led: dict[str, str] = {}
        """Whom what leads a sentence was found to mean, by role."""

    def _elsewhere(self, head: str, at: int) -> frozenset[str]:
        """Who has a role in another body than the one told of at ``at``: o técnico do Olt."""
        bodies = self._cast.seen.bodies
        index = bisect_left(bodies, at, key=lambda b: b[0])
        if index == len(bodies) or bodies[index][1] != head or bodies[index][0] - at > _PHRASE:
            return frozenset()
        body = bodies[index][2]
        members = self._cast.members.items()
        return frozenset(
            name
            for (role, name), other in members
            if role == head and not (other & body or is_short_for(other, body))
        )

    def _is_tied(self, main: str, recent: Sequence[str], at: int) -> bool:
        """Whether who was told of last is named as often as whom the article is about.

        Only right behind marks: Olt sang. / “…,” the singer said.
        """
        behind = self._cast.text[max(0, at - _MARKS) : at].rstrip()[-1:] in _CLOSING
        totals = self._cast.totals
        return behind and recent[:1] != [] and totals[recent[0]] >= totals[main]

    def _still(self, group: frozenset[str], others: frozenset[str]) -> list[str]:
        """Who holds a role of a group and is not said to have held it once; else who did."""
        held = [n for r in sorted(group) for n in self._cast.roles.get(r, []) if n not in others]
        once = {n for role in group for n in self._cast.roles.get(f"former-{role}", ())}
        return [n for n in held if n not in once] or held

    def _is_named(self, names: Sequence[str], at: int) -> bool:
        """Whether any of several is named before ``at``."""
        last = self._cast.index_at(at)
        return any(s.name in names for s in self._cast.found[:last]) if names else False

    def _of_rank(self, holders: list[str], head: str, rank: str) -> list[str]:
        """Those of a rank, or of none: "the minister" is no prime minister beside a minister."""
        if rank:
            return self._cast.roles.get(f"{rank} {head}", holders)
        ranked = {
            n
            for role, names in self._cast.roles.items()
            if role.endswith(f" {head}")
            for n in names
        }
        return [n for n in holders if n not in ranked]

    def _of_trade(
        self, head: str, recent: list[str], held: str | None, group: frozenset[str], *, known: bool
    ) -> tuple[list[str], str | None]:
        """Who may have a role, and who has it, unless ``known``: somebody before is called so."""
        if known or self._cast.lexicon.own:
            return recent, held
        left = [name for name in recent if not self._does_other_work(name, group)]
        led = self.led.get(head)  # "The actor, who was last seen in May, unveiled"
        return left, held or (led if led in left else None)

    def _does_other_work(self, name: str, group: frozenset[str]) -> bool:
        """Whether somebody is told to have another trade: the singer Bo Dunn is not "the actor"."""
        if group.isdisjoint(self._trades):
            return False
        return any(name in self._cast.roles.get(role, ()) for role in sorted(self._trades - group))

    def _able(self, names: list[str], group: frozenset[str]) -> list[str]:
        """Who of some may be called so: no mayor is "l'artiste" where somebody else is near."""
        offices = self._cast.lexicon.offices
        if not offices or group & offices or group.isdisjoint(self._trades):
            return names
        return [name for name in names if not self._is_official(name)] or names

    def _is_official(self, name: str) -> bool:
        """Whether somebody has an office and is told to have no trade in arts or sports."""
        theirs = {role for role, names in self._cast.roles.items() if name in names}
        return not theirs.isdisjoint(self._cast.lexicon.offices) and theirs.isdisjoint(self._trades)

    def _is_adjective(self, head: str) -> bool:
        """Whether a word only tells of what kind somebody is: el joven, el homenajeado."""
        lexicon = self._cast.lexicon
        known = head in lexicon.roles or head in lexicon.relations
        done = head.endswith(_PARTICIPLES) and head not in lexicon.collective
        done = done and head not in lexicon.organisation
        return (head in lexicon.epithets or done) and not known

    def _called_so(self, held: str, head: str, group: frozenset[str], recent: Sequence[str]) -> str:
        """Who of an actor and an actress near is "the actor", and who "the actress"."""
        lexicon = self._cast.lexicon
        so = self._cast.roles.get(head, ())
        if any(
            held in self._cast.roles.get(role, ()) for role in group & lexicon.she_roles - {head}
        ):
            # called an actress, while somebody else near is called the actor
            return next((n for n in recent if n in so), held)
        she = head in lexicon.she_roles - lexicon.relations and self._cast.gender.get(held) != "she"
        if she and held not in so:
            # called an actor, while somebody near is called nothing: she is the actress
            free = (
                n for n in recent if self._cast.is_known(n) and n not in self._cast.office_holders
            )
            return next(free, held)
        return held
