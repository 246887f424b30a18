"""Which words introduce, name and place someone's words?

What ``prose_files`` makes of the files in ``sentiment/data/prose/``, one a language.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProseLexicon:
    """Word lists, case-folded. Every set may be empty; none is None.

    cues     verb form -> one of ``CUE_KINDS``
    weak     cue forms that need a particle, a colon, or the marks beside them
    reads    verbs that say words may be read somewhere ("si legge", "peut-on lire")
    crowd    the nameless that are many or stand for many ("netizens", "a fan")
    persons  every word that may stand for a person or their words
    kin      roles and relations
    given    first names of both genders
    fronts   what stands before a name and is no part of it ("Mr", "Actress", "Texas")
    scenic   words that may tell on which platform the words near them were made
    phrases  introductions of several words, as tuples ("according", "to")
    elided   what an apostrophe joins to the word behind it ("l’", "qu’"), bare
    enclitics      pronouns that a hyphen joins to a verb ("a-t-il", "disse-lhe")
    subject_marks  words that follow a subject (Hindi "ने")
    owner_marks    words that follow whose something is (Hindi "की"); a phrase may begin with one
    crowns         what a beauty queen's title begins with ("Miss"), and its words ("Universe")
    copulas        what tells something of the words before it (Tagalog "ay")
    bare           cue forms whose subject nothing marks, in a language with marks ("बोले")
    noun_articles  articles behind which a capital marks a noun, no name (German)
    dialogue       signs that open spoken words without quotation marks
    whole    words with an apostrophe that are not parted there ("l'un")
    signs          small words that all stand in an English article mixed with it
    shortened      first names that short ones of the same row stand for ("leo lionel")
    unnamed        words of a speaker who will not be named ("anonymat")
    drops          not empty if a verb may stand without its subject ("añadió: «…»")
    inserts        signs between which an attribution may stand inside the marks
    inanimate      nouns for things that end like agents ("answer", "restaurant")
    genitives      what stands between a role and what it is of ("de", "della", "des")
    reported       words behind a verb of writing that lead to words as they were (Hindi "कि")
    she_articles   articles of the singular that tell a gender ("la", "il"), as he_articles
    voices         words of who speaks and is spoken to ("me", "tu", "मेरे")
    plurals        endings of verbs that many are the subject of ("dijeron")
    agents   words before who does something (Tagalog "ni", "ng")
    personal words before the names of persons alone (Tagalog "si", "ni", "kay")
    tails    short ones of these that no name ends in ("Sportchef"; but "Mendelssohn")
    offices  roles of who governs, judges or speaks for a body ("maire", "sindaco")
    subjunctive  verb forms that tell somebody's words without marks ("habe", "sei")
    thing_articles  articles before names of bodies and places, not of persons ("les", "gli")
    pointing words that begin a sentence about the words before it ("Questo", "Lo dice")
    joins    words that join one verb or noun to the next ("and", "y", "et")
    own      cue forms of the language's own file; none for English
    heads    nouns that a compound may end in and mean ("Star-Regisseur"); empty but in German
    clitics  ``skip`` words of the language's own file: what may stand between
             closing marks and their verb ("se", "hat", "a")
    """

    cues: dict[str, str]
    weak: frozenset[str]
    reads: frozenset[str]
    bare: frozenset[str]
    addressing: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    carrier: frozenset[str]
    furniture: frozenset[str]
    comments: frozenset[str]
    character: frozenset[str]
    surfaces: frozenset[str]
    mottoes: frozenset[str]
    staged: frozenset[str]
    story: frozenset[str]
    she: frozenset[str]
    he: frozenset[str]
    they: frozenset[str]
    self: frozenset[str]
    relative: frozenset[str]
    reported: frozenset[str]
    nameless: frozenset[str]
    she_articles: frozenset[str]
    he_articles: frozenset[str]
    she_roles: frozenset[str]
    he_roles: frozenset[str]
    she_names: frozenset[str]
    he_names: frozenset[str]
    roles: frozenset[str]
    honorifics: frozenset[str]
    epithets: frozenset[str]
    relations: frozenset[str]
    collective: frozenset[str]
    turning: frozenset[str]
    fields: frozenset[str]
    offline: frozenset[str]
    tails: frozenset[str]
    offices: frozenset[str]
    alike: tuple[frozenset[str], ...]
    respect: frozenset[str]
    crowns: frozenset[str]
    pageants: frozenset[str]
    inanimate: frozenset[str]
    called: frozenset[str]
    demonyms: frozenset[str]
    unnamed: frozenset[str]
    shortened: tuple[frozenset[str], ...]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    prepositions: frozenset[str]
    skip: frozenset[str]
    times: frozenset[str]
    openers: frozenset[str]
    not_names: frozenset[str]
    places: frozenset[str]
    organisation: frozenset[str]
    clubs: frozenset[str]
    shared: frozenset[str]
    social: frozenset[str]
    told: frozenset[str]
    gushed: frozenset[str]
    further: frozenset[str]
    following: frozenset[str]
    heres: frozenset[str]
    press: frozenset[str]
    online: frozenset[str]
    below: frozenset[str]
    posted: frozenset[str]
    pictures: frozenset[str]
    wordless: frozenset[str]
    posting: frozenset[str]
    section: frozenset[str]
    aloud: frozenset[str]
    filmed: frozenset[str]
    within: frozenset[str]
    replied: frozenset[str]
    answered: frozenset[str]
    public: frozenset[str]
    elsewhere: frozenset[str]
    network: frozenset[str]
    welcomed: frozenset[str]
    welcomers: frozenset[str]
    welcoming: frozenset[str]
    gathered: frozenset[str]
    printed: frozenset[str]
    emoji_signs: frozenset[str]
    emoji_many: frozenset[str]
    emoji_stops: frozenset[str]
    pronouns: frozenset[str]
    crowd: frozenset[str]
    persons: frozenset[str]
    kin: frozenset[str]
    given: frozenset[str]
    fronts: frozenset[str]
    scenic: frozenset[str]
    possessives: frozenset[str]
    posts: frozenset[str]
    statements: frozenset[str]
    replies: frozenset[str]
    accounts: frozenset[str]
    quantities: frozenset[str]
    elided: frozenset[str]
    enclitics: frozenset[str]
    subject_marks: frozenset[str]
    owner_marks: frozenset[str]
    copulas: frozenset[str]
    noun_articles: frozenset[str]
    dialogue: frozenset[str]
    signs: frozenset[str]
    drops: frozenset[str]
    inserts: frozenset[str]
    finite: frozenset[str]
    genitives: frozenset[str]
    voices: frozenset[str]
    plurals: frozenset[str]
    agents: frozenset[str]
    personal: frozenset[str]
    joins: frozenset[str]
    pointing: frozenset[str]
    thing_articles: frozenset[str]
    subjunctive: frozenset[str]
    own: frozenset[str]
    whole: frozenset[str]
    clitics: frozenset[str]
    heads: frozenset[str]
