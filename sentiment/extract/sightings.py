"""What is known of the names of an article when its prose has been read once?"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple


class Sighting(NamedTuple):
    """One time a name stands in the prose, as printed.

    subject   whether no preposition governs it and it owns nothing
    sentence  number of its sentence, counted over the article
    addressed whether somebody speaks with them there, so that they listen
    aside     whether it stands in a clause that begins with "which"
    tells     whether a verb of telling stands right behind it
    """

    at: int
    name: str
    subject: bool
    sentence: int
    addressed: bool = False
    aside: bool = False
    tells: bool = False


@dataclass(slots=True)
class Sightings:
    """All sightings of an article, and what stands beside the names.

    roles       role -> names that have it
    votes       name -> Counter of "she" and "he"
    noble       name of one word -> the same with its title: Lady Gannet
    articled    name -> times "the" stands before it
    staffed     names gone into or worked for: "at Lumen", "a Lumen employee"
    askers      sentence -> who asked or told somebody in it, and the pronoun for them, if any
    leads       place, role and sentence of each "The actress" that begins one
    repeats     place, pronoun and sentence of each "He" that begins one
    bodies      place of each role that is of a body, the role, and the body's capitals
    members     role and name -> capitals of the bodies that somebody has the role in
    aliases     what somebody is also called -> their name: Ivo Olt, popularly known as Olty
    speaking    names beside which a verb of saying, an age or "who" stands
    nobodies    sentences that begin with somebody nameless and quote nobody
    sentences   first code point of each sentence
    paragraphs  number of each paragraph's first sentence
    headings    numbers of the sentences that are subheadings, and their sightings' indexes
    """

    found: list[Sighting] = field(default_factory=list)
    roles: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    votes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    noble: dict[str, str] = field(default_factory=dict)
    articled: Counter[str] = field(default_factory=Counter)
    staffed: set[str] = field(default_factory=set)
    leads: list[tuple[int, str, int]] = field(default_factory=list)
    bodies: list[tuple[int, str, frozenset[str]]] = field(default_factory=list)
    members: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    aliases: dict[str, str] = field(default_factory=dict)
    repeats: list[tuple[int, str, int]] = field(default_factory=list)
    speaking: set[str] = field(default_factory=set)
    askers: dict[int, tuple[str, str]] = field(default_factory=dict)
    nobodies: set[int] = field(default_factory=set)
    sentences: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    headings: dict[int, range] = field(default_factory=dict)
