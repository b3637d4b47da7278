"""How the texts of a catalogue are worded: bounds, words to avoid, and the terms of the field."""

from pydantic import Field

from npm_readiness.models.base import Id, Model, Text

__all__ = ["Bounds", "Term", "Wording"]

Words = tuple[Text, ...]


class Bounds(Model):
    """The longest and shortest texts, in words, and how hard they may be to read.

    ``hardest`` is a bound on the readability index LIX of a criterion's texts taken together: words per sentence plus the
    percentage of words of more than six letters (C.-H. Björnsson, Läsbarhet, 1968; 60 and more is very hard to read).
    """

    title: int = Field(ge=1)
    question: int = Field(ge=1)
    text: int = Field(ge=1)
    rubric: int = Field(ge=1)
    circumstance: int = Field(ge=1)
    shortest_action: int = Field(ge=1)
    sentence: int = Field(ge=1)
    hardest: int = Field(ge=20, le=100)


class Term(Model):
    """A word of the field, what it means here, and the words that are not used for it.

    ``kept`` are phrases in which one of those words is right.
    """

    id: Id
    term: Text
    meaning: Text
    instead_of: Words = ()
    kept: Words = ()


class Wording(Model):
    """The file that says how checklists are worded in one language; ``wording`` names the language.

    ``vague`` are words that a question or a requirement avoids, since they leave it to the reader what counts; ``joined`` are
    the conjunctions that make two questions of one, ``one_thing`` the phrases in which they do not. An action begins with none of
    ``vague_actions`` and names one of ``acts``: something that can be shown when it is done.

    What follows can be left out; then nothing is said of it. An action begins with one of ``action_verbs``, each further sentence
    of it with one of these or of ``lead_ins``, and none of ``loose`` stands in it. ``laws`` are the norms that parliament makes,
    ``rules`` those of others, ``acts_of_parliament`` what else parliament does, ``lawmaking`` what parliament alone can do. What
    stands under ``norms`` does not say which one is meant, save with one of ``norm_links`` after it.
    """

    wording: Text
    bounds: Bounds
    vague: Words
    joined: Words
    one_thing: Words
    vague_actions: Words
    acts: Words
    action_verbs: Words = ()
    lead_ins: Words = ()
    loose: Words = ()
    laws: Words = ()
    rules: Words = ()
    acts_of_parliament: Words = ()
    lawmaking: Words = ()
    norms: Words = ()
    norm_links: Words = ()
    terms: tuple[Term, ...] = Field(min_length=1)
