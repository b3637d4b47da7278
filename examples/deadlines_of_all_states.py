"""By when must each party to OPCAT have a mechanism? Every party of the list of treaty status, under each reading of article 17.

Run it from anywhere: python examples/deadlines_of_all_states.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from npm_readiness import Catalogue, Profile, assess, load_catalogue
from npm_readiness.loading.treaty_status import declaration_of, load_treaty_status, treaties_of
from npm_readiness.models.countries import find_country
from npm_readiness.models.situation import Deadline
from npm_readiness.models.treaty_status import KNOWN_TO, joined_by
from npm_readiness.models.vocabulary import Treaty


def profile_of(country: str) -> Profile | None:
    """A profile that knows what the list knows of OPCAT, and nothing else; none for a State that has not joined."""
    joined = joined_by(treaties_of(country)[Treaty.OPCAT])
    if joined is None:
        return None
    opcat: dict[str, object] = dict.fromkeys(("signed", "ratified", "acceded", "succeeded", "article_24"))
    for act, event in treaties_of(country)[Treaty.OPCAT].items():
        opcat[act.value] = event.date.isoformat()
    declaration = declaration_of(country)
    if declaration is not None:
        years = {} if declaration.years is None else {"years": declaration.years}
        opcat["article_24"] = {"part": declaration.part, "declared": declaration.declared.isoformat(), **years}
    content = {"country": country, "assessed_on": KNOWN_TO.isoformat(), "treaties": {"opcat": opcat}}
    return Profile.model_validate_json(json.dumps(content))


def in_words(deadline: Deadline, word: str) -> str:
    """The date after a word, or between which days it lies; its reading; whether it is disputed that the State could postpone."""
    day = f"{word} {deadline.date}" if deadline.date else f"between {deadline.earliest} and {deadline.latest}"
    return f"{day} ({deadline.reading}{', disputed' if deadline.disputed else ''})"


def lines_of(profile: Profile, catalogue: Catalogue) -> Iterator[str]:
    """The deposit, the day from which OPCAT binds, the end of a postponement, and the dates of article 17."""
    joined = joined_by(treaties_of(profile.country)[Treaty.OPCAT])
    entry = find_country(profile.country)
    if joined is None or entry is None:
        return
    deadlines = assess(profile, catalogue).deadlines
    bound = next(deadline.date for deadline in deadlines if deadline.id == "entry-into-force")
    yield f"{entry.name}: {joined.event} on {joined.date}, bound since {bound}"
    for deadline in deadlines:
        if deadline.id == "article-24-end":
            yield f"  postponement under article 24 ends {in_words(deadline, 'on')}"
        if deadline.id == "article-17":
            yield f"  mechanism due {in_words(deadline, 'by')}"


def main() -> None:
    """Print all parties."""
    catalogue = load_catalogue()
    profiles = [profile for country in load_treaty_status() if (profile := profile_of(country))]
    for profile in profiles:
        print(*lines_of(profile, catalogue), sep="\n")
    print(f"{len(profiles)} parties on {KNOWN_TO}")


if __name__ == "__main__":
    main()
