"""Makes catalogues and profiles out of a few words, without files.

The register holds no more than a test needs: OPCAT and the Convention with the days of their entry into force, a treaty
of which no profile can say anything, guidance and a practice guide, each with a provision or two.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from npm_readiness.models.assessed_criteria import AssessedCriterion
from npm_readiness.models.assessment import AssessedStage, Assessment
from npm_readiness.models.base import Model
from npm_readiness.models.catalogue import Catalogue, CatalogueChecklist
from npm_readiness.models.checklist import Checklist, CodeChapter, Dimension, Respondent
from npm_readiness.models.profile import Profile
from npm_readiness.models.register import Instrument, Provision

__all__ = ["catalogue", "checklist", "criterion", "evidenced", "of", "profile", "question", "stage_of"]

Spec = dict[str, Any]
ModelT = TypeVar("ModelT", bound=Model)

DIMENSIONS = ("commitment", "mandate", "resources", "women")

RESPONDENTS = ("mechanism", "police", "finance")

CHAPTERS = ("regime", "health")

INSTRUMENTS: tuple[Spec, ...] = (
    {
        "id": "opcat",
        "year": 2002,
        "binding": "treaty",
        "entry_into_force": {"first": "2006-06-22", "days": 30, "source": "art. 28"},
    },
    {
        "id": "uncat",
        "year": 1984,
        "binding": "treaty",
        "entry_into_force": {"first": "1987-06-26", "days": 30, "source": "art. 27"},
    },
    {"id": "regional-convention", "binding": "treaty"},
    {"id": "guidelines", "year": 2010, "binding": "authoritative-guidance"},
    {"id": "guide", "year": 2006, "binding": "practice-guide"},
)

PROVISIONS = {
    "opcat-17": ("opcat", "shall"),
    "opcat-18": ("opcat", "shall"),
    "opcat-24-2": ("opcat", "may"),
    "opcat-28-1": ("opcat", "context"),
    "opcat-28-2": ("opcat", "shall"),
    "uncat-11": ("uncat", "shall"),
    "regional-1": ("regional-convention", "shall"),
    "guidelines-7": ("guidelines", "should"),
    "guidelines-9": ("guidelines", "should"),
    "guide-1": ("guide", "should"),
}
"""Each provision with its instrument and its verb."""

UNREAD = {"guidelines-9"}
"""The provisions whose wording nobody has read."""

CITED = {"treaty": ("opcat-18",), "guidance": ("guidelines-7",), "practice": ("guide-1",)}
"""What a criterion of each obligation cites, unless it says otherwise."""


def question(name: str, **keys: Any) -> Spec:
    """A question; ``keys`` are those of the YAML."""
    rubric = {"yes": "It is so.", "partial": "It is so in part.", "no": "It is not so."}
    return {"id": name, "text": f"Is it so ({name})?", "rubric": rubric, **keys}


def criterion(
    name: str,
    *questions: str | Spec,
    obligation: str = "treaty",
    cites: Sequence[str] = (),
    when: Mapping[str, Any] | None = None,
    **keys: Any,
) -> Spec:
    """A criterion; a question of which only the id is given is defined where it is first named, and used elsewhere.

    ``when`` is ``applies_when``; other ``keys`` are those of the YAML.
    """
    return {
        "id": name,
        "title": f"Title of {name}",
        "requirement": "It is so.",
        "why": "The text asks for it.",
        "provisions": list(cites or CITED[obligation]),
        "dimension": "mandate",
        "stage": "establishment",
        "aspect": "law",
        "questions": list(questions),
        "action": f"Make it so ({name}).",
        "addressee": "parliament",
        "applies_when": when,
        **keys,
    }


def checklist(name: str, *criteria: Spec, counts_for: str = "readiness") -> Spec:
    """A checklist of criteria made by :func:`criterion`."""
    return {
        "checklist": name,
        "title": f"Title of {name}",
        "version": "1.0",
        "counts_for": counts_for,
        "about": "For tests.",
        "criteria": list(criteria),
    }


def catalogue(*content: Spec) -> Catalogue:
    """A catalogue of checklists; criteria given by themselves make the checklist ``opcat``."""
    criteria = [spec for spec in content if "checklist" not in spec]
    checklists = [spec for spec in content if "checklist" in spec]
    if criteria:
        checklists.insert(0, checklist("opcat", *criteria))
    defined: set[str] = set()
    made = [_made(Checklist, _with_questions(spec, defined)) for spec in checklists]
    return Catalogue(
        instruments={spec["id"]: _instrument(spec) for spec in INSTRUMENTS},
        provisions={name: _provision(name, *rest) for name, rest in PROVISIONS.items()},
        dimensions={name: Dimension(id=name, title=name.title(), about="For tests.") for name in DIMENSIONS},
        checklists={spec.checklist: CatalogueChecklist(spec, "0" * 64, f"{spec.checklist}.yaml") for spec in made},
        register_sha256="0" * 64,
        respondents={name: Respondent(id=name, title=name.title(), about="For tests.") for name in RESPONDENTS},
        code_chapters={name: CodeChapter(id=name, title=name.title(), about="For tests.") for name in CHAPTERS},
    )


def profile(answers: Mapping[str, str | Spec] | None = None, **keys: Any) -> Profile:
    """A profile of Turkmenistan at the start of 2024, with a mechanism; ``keys`` are those of the YAML.

    An answer can be its word alone. The only source is ``law``.
    """
    given = {name: {"answer": value} if isinstance(value, str) else value for name, value in (answers or {}).items()}
    content = {
        "country": "TKM",
        "assessed_on": "2024-01-01",
        "npm": {"model": "nhri", "institution_kind": "ombudsman", "designated": "2020-01-01"},
        "sources": {"law": {"title": "The law", "kind": "law"}},
        "answers": given,
        **keys,
    }
    return _made(Profile, content)


def evidenced(answer: str, **keys: Any) -> Spec:
    """An answer with a source and a pinpoint."""
    return {"answer": answer, "evidence": [{"source": "law", "pinpoint": "art. 1"}], **keys}


def of(assessment: Assessment, name: str) -> AssessedCriterion:
    """The criterion of an assessment with this id."""
    return {entry.id: entry for entry in assessment.criteria}[name]


def stage_of(assessment: Assessment, name: str) -> AssessedStage:
    """The stage of an assessment with this id."""
    return {entry.id.value: entry for entry in assessment.stages}[name]


def _with_questions(spec: Spec, defined: set[str]) -> Spec:
    return {**spec, "criteria": [_with_questions_of(criterion, defined) for criterion in spec["criteria"]]}


def _with_questions_of(spec: Spec, defined: set[str]) -> Spec:
    asked = []
    for item in spec["questions"]:
        full = question(item) if isinstance(item, str) else item
        asked.append({"use": full["id"]} if full["id"] in defined else full)
        defined.add(full["id"])
    return {**spec, "questions": asked}


def _instrument(spec: Spec) -> Instrument:
    return _made(Instrument, {"title": spec["id"].title(), "body": "A body", **spec})


def _provision(name: str, instrument: str, force: str) -> Provision:
    said = {"pinpoint": name, "subject": "What it says.", "addressee": "state"}
    verified = "memory" if name in UNREAD else "text-seen"
    return _made(
        Provision,
        {"id": name, "instrument": instrument, "force": force, "assessable": True, "verified": verified, **said},
    )


def _made(model: type[ModelT], content: Spec) -> ModelT:
    """As from a file: in JSON, where words become members of their sets."""
    return model.model_validate_json(json.dumps(content))
