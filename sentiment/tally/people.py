"""Which reactions are one person's?

An author is known by a name, by a handle, or by both. One name with one handle
on each platform is one person; one name with two handles on one platform is
two ("pri" and "pri"); a handle that stands beside two quite different names is
taken for neither, because articles also print the handle of whoever reposted.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from sentiment.tally.wording import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sentiment.model import Reaction

_SIMILAR: Final = 80.0  # "Vikarnat Massey" and "Vikrant Massey" reach 92
# A handle spells a full name ("VikrantMassey"); shorter ones ("pri") may be anybody's.
_SPELT_OUT: Final = 8

_Account = tuple[str, str]


class Groups:
    """Things that belong together, joined pair by pair; the least of each group names it."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, thing: str) -> str:
        """The name of its group."""
        root = thing
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(thing, thing)) != root:
            self._parent[thing] = root
            thing = parent
        return root

    def join(self, one: str, other: str) -> None:
        """Make their groups one."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first


@lru_cache(maxsize=1 << 16)
def name_key(author: str) -> str:
    """A name without case, accents and signs; of a name made of signs, the signs."""
    return squeeze(author).replace(" ", "") or author.strip()


def similar_names(one: str, other: str) -> bool:
    """Whether two names may be one person's: a misspelling, or a part of the other."""
    first, second = squeeze(one).split(), squeeze(other).split()
    if not first or not second:
        return one.strip() == other.strip()
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return fuzz.ratio("".join(first), "".join(second)) >= _SIMILAR


def find_people(reactions: Sequence[Reaction]) -> tuple[str | None, ...]:
    """A key for each reaction's author, equal for one person; ``None`` if unknown.

    The keys do not depend on the order of the reactions.
    """
    names = [name_key(r.author) if r.author else "" for r in reactions]
    accounts = _accounts(reactions)
    printed: dict[str, str] = {}
    handles_of: dict[str, set[_Account]] = defaultdict(set)
    names_of: dict[_Account, set[str]] = defaultdict(set)
    for reaction, name, account in zip(reactions, names, accounts, strict=True):
        if reaction.author and name:
            printed[name] = min(reaction.author, printed.get(name, reaction.author))
            if account:
                handles_of[name].add(account)
        if account:
            names_of[account].update({name} - {""})
    trusted = {
        account
        for account, known in names_of.items()
        if _one_person(sorted(printed[name] for name in known))
    }
    groups = _join(names_of, handles_of, printed, trusted)
    return tuple(
        groups.find(_account_id(account))
        if account and (account in trusted or not name)
        else groups.find(f"name:{name}")
        if name
        else None
        for name, account in zip(names, accounts, strict=True)
    )


def _accounts(reactions: Sequence[Reaction]) -> list[_Account | None]:
    """Platform and handle of each; a handle without platform takes the only one it has."""
    platforms: dict[str, set[str]] = defaultdict(set)
    for reaction in reactions:
        if reaction.handle and reaction.platform:
            platforms[reaction.handle.casefold()].add(reaction.platform)
    accounts: list[_Account | None] = []
    for reaction in reactions:
        if not reaction.handle:
            accounts.append(None)
            continue
        handle = reaction.handle.casefold()
        known = platforms[handle]
        only = next(iter(known)) if len(known) == 1 else ""
        accounts.append((reaction.platform or only, handle))
    return accounts


def _account_id(account: _Account) -> str:
    return "handle:" + ":".join(account)


def _one_person(printed: Sequence[str]) -> bool:
    return all(similar_names(printed[0], other) for other in printed[1:])


def _join(
    names_of: Mapping[_Account, Iterable[str]],
    handles_of: Mapping[str, Iterable[_Account]],
    printed: Mapping[str, str],
    trusted: Iterable[_Account],
) -> Groups:
    groups = Groups()
    sure = frozenset(trusted)
    for name, accounts in handles_of.items():
        own = [account for account in accounts if account in sure]
        platforms = {platform for platform, _ in own}
        full_name = len(squeeze(printed[name]).split()) > 1
        if len(own) == 1 or (len(platforms) == len(own) and full_name):
            for account in own:
                groups.join(f"name:{name}", _account_id(account))
    for account, known in names_of.items():
        handle = name_key(account[1])
        if not known and len(handle) >= _SPELT_OUT and handle in printed:
            rivals = [a for a in handles_of.get(handle, ()) if a[0] == account[0]]
            if not rivals:
                groups.join(f"name:{handle}", _account_id(account))
    return groups
