"""The words for what an assessment says in ids: verdicts, statuses, stages, facts. Each is said through gettext."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from npm_readiness.gap_report.language import mark
from npm_readiness.models.assessed_criteria import InForce
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.vocabulary import (
    Addressee,
    Answer,
    Aspect,
    BodyRole,
    InstitutionKind,
    LegalBasis,
    NpmModel,
    Obligation,
    Recommender,
    Response,
    Severity,
    Shows,
    Stage,
    Status,
    Treaty,
    Verdict,
)

__all__ = [
    "ACTION_LABELS",
    "ADDRESSEES",
    "ANSWERS",
    "ASPECTS",
    "FACTS",
    "FALLS_SHORT",
    "KINDS",
    "LEGAL_BASES",
    "MODELS",
    "NOT_COUNTED",
    "OBLIGATIONS",
    "RECOMMENDATION_STATES",
    "RECOMMENDERS",
    "RESPONSES",
    "ROLES",
    "SEVERITIES",
    "SHOWS",
    "STAGES",
    "STAGE_QUESTIONS",
    "STANDARD_LABELS",
    "STATUSES",
    "TREATIES",
    "VERBS",
    "VERDICTS",
    "Verb",
    "verb_of",
]

VERDICTS: Mapping[Verdict, str] = {
    Verdict.NOT_READY: mark("not ready"),
    Verdict.READY_WITH_GAPS: mark("ready with gaps"),
    Verdict.READY: mark("ready"),
    Verdict.UNDETERMINED: mark("cannot be said yet"),
}
"""The verdicts on a stage."""
STATUSES: Mapping[Status, str] = {
    Status.MET: mark("meets"),
    Status.PARTLY_MET: mark("partly meets"),
    Status.NOT_MET: mark("does not meet"),
    Status.UNDETERMINED: mark("could not be established"),
    Status.NOT_APPLICABLE: mark("does not apply"),
}
"""What is established about a criterion, as a verb."""
FALLS_SHORT = mark("falls short")
"""Said of what is known not to be fully met, while it could not be established to what degree."""
STAGES: Mapping[Stage, str] = {
    Stage.RATIFICATION: mark("Ratification"),
    Stage.DESIGNATION: mark("Designation"),
    Stage.ESTABLISHMENT: mark("Establishment"),
    Stage.OPERATION: mark("Operation"),
}
"""The stages."""
STAGE_QUESTIONS: Mapping[Stage, str] = {
    Stage.RATIFICATION: mark("Can the State become party?"),
    Stage.DESIGNATION: mark("Is a body chosen and made the mechanism?"),
    Stage.ESTABLISHMENT: mark("Does the mechanism have its law, its people and its means?"),
    Stage.OPERATION: mark("Does the mechanism work in fact?"),
}
"""What each stage asks."""
OBLIGATIONS: Mapping[Obligation, str] = {
    Obligation.TREATY: mark("treaty"),
    Obligation.GUIDANCE: mark("guidance"),
    Obligation.PRACTICE: mark("good practice"),
}
"""How hard a criterion binds."""
SEVERITIES: Mapping[Severity, str] = {
    Severity.CRITICAL: mark("Treaty requirements"),
    Severity.MAJOR: mark("Guidance"),
    Severity.MINOR: mark("Good practice"),
}
"""The headings under which gaps stand."""
ASPECTS: Mapping[Aspect, str] = {Aspect.LAW: mark("law"), Aspect.PRACTICE: mark("practice")}
"""On paper or in fact."""
ADDRESSEES: Mapping[Addressee, str] = {
    Addressee.PARLIAMENT: mark("parliament"),
    Addressee.GOVERNMENT: mark("government"),
    Addressee.JUDICIARY: mark("judiciary"),
    Addressee.NPM: mark("the mechanism"),
    Addressee.DETAINING_AUTHORITIES: mark("authorities in charge of places of detention"),
}
"""Who must act."""
ANSWERS: Mapping[Answer | None, str] = {
    Answer.YES: mark("yes"),
    Answer.PARTIAL: mark("partial"),
    Answer.NO: mark("no"),
    Answer.UNKNOWN: mark("unknown"),
    Answer.NOT_APPLICABLE: mark("not applicable"),
    None: mark("not answered yet"),
}
"""The answers; ``None`` where nobody has answered yet."""
MODELS: Mapping[str, str] = {
    NpmModel.NHRI: mark("an Ombudsperson or human-rights commission"),
    NpmModel.NHRI_PLUS: mark("an Ombudsperson or human-rights commission together with civil society"),
    NpmModel.SPECIALISED_BODY: mark("a specialised body"),
    NpmModel.MULTIPLE_BODIES: mark("several bodies"),
    "undecided": mark("undecided"),
}
"""The models of a mechanism."""
KINDS: Mapping[str, str] = {
    InstitutionKind.OMBUDSMAN: mark("Ombudsperson"),
    InstitutionKind.COMMISSION: mark("human-rights commission"),
    InstitutionKind.SPECIALISED: mark("specialised body"),
    InstitutionKind.INSPECTORATE: mark("inspectorate"),
    InstitutionKind.OTHER: mark("another kind of institution"),
    "unknown": mark("kind not known"),
}
"""The kinds of institution."""
ROLES: Mapping[BodyRole, str] = {
    BodyRole.CANDIDATE: mark("candidate"),
    BodyRole.INTERIM: mark("interim mechanism"),
    BodyRole.MECHANISM: mark("the mechanism"),
    BodyRole.MEMBER: mark("one of the bodies that are the mechanism"),
    BodyRole.COORDINATOR: mark("coordinator of the bodies that are the mechanism"),
    BodyRole.REGIONAL: mark("mechanism of a region"),
    BodyRole.FORMER: mark("was the mechanism"),
}
"""What a body is to the mechanism."""
LEGAL_BASES: Mapping[str, str] = {
    LegalBasis.CONSTITUTION: mark("the constitution"),
    LegalBasis.ACT: mark("an act of parliament"),
    LegalBasis.EXECUTIVE_TEXT: mark("a text of the executive"),
    LegalBasis.AGREEMENT: mark("an agreement"),
    LegalBasis.NONE: mark("no text at all"),
    "unknown": mark("not known"),
}
"""On what a body rests as the mechanism."""
SHOWS: Mapping[Shows, str] = {
    Shows.IN_PLACE: mark("shows what is in place"),
    Shows.MISSING: mark("shows what is missing"),
}
"""What a piece of evidence shows."""
RECOMMENDERS: Mapping[Recommender, str] = {
    Recommender.SPT: mark("Subcommittee on Prevention of Torture"),
    Recommender.CAT: mark("Committee against Torture"),
    Recommender.HRC: mark("Human Rights Committee"),
    Recommender.CEDAW: mark("Committee on the Elimination of Discrimination against Women"),
    Recommender.CRC: mark("Committee on the Rights of the Child"),
    Recommender.UPR: mark("universal periodic review"),
    Recommender.CPT: mark("European Committee for the Prevention of Torture"),
    Recommender.GANHRI: mark("Global Alliance of National Human Rights Institutions"),
    Recommender.NHRI: mark("national human rights institution"),
    Recommender.NPM: mark("national preventive mechanism"),
    Recommender.OTHER: mark("another body"),
}
"""Who made a recommendation."""
RESPONSES: Mapping[Response, str] = {
    Response.ACCEPTED: mark("accepted"),
    Response.NOTED: mark("noted, not accepted"),
    Response.UNKNOWN: mark("response not known"),
}
"""What the State answered to it."""
RECOMMENDATION_STATES: Mapping[str, str] = {
    "met": mark("met by the criteria on which it bears"),
    "open": mark("open: a criterion on which it bears falls short"),
    "not_known": mark("not known"),
}
"""What the criteria say of it."""
NOT_COUNTED: Mapping[str, str] = {
    "not-selected": mark("belongs to a checklist that was not assessed"),
    "not-applicable": mark("belongs to criteria that do not apply"),
    "answers-itself": mark("follows from a fact of the profile at this date"),
    "moot": mark("is not asked where the State stands today"),
    "before-designation": mark("already done by the body, which is not the mechanism yet"),
    "renamed": mark("was asked by an earlier version of the checklist"),
}
"""Why an answer of the profile does not count."""
TREATIES: Mapping[Treaty, str] = {
    Treaty.UNCAT: mark("Convention against Torture"),
    Treaty.OPCAT: mark("Optional Protocol to the Convention against Torture"),
    Treaty.ICCPR: mark("International Covenant on Civil and Political Rights"),
    Treaty.CEDAW: mark("Convention on the Elimination of All Forms of Discrimination against Women"),
    Treaty.CRC: mark("Convention on the Rights of the Child"),
}
"""The treaties of a profile."""
FACTS: Mapping[str, str] = {
    "npm.model": mark("the model of the mechanism"),
    "npm.institution_kind": mark("the kind of institution"),
    "npm.designated": mark("whether a mechanism is designated"),
    "npm.at_work_since": mark("whether anybody is at work in the mechanism"),
    "npm.legal_basis": mark("the legal basis of the mechanism"),
    "state.federal": mark("whether the State is federal"),
    "state.private_places_of_detention": mark("whether there are private places of detention"),
    "state.children_in_prison": mark("whether children live in prison with a parent"),
    "treaties.uncat": mark("whether the State has joined the Convention against Torture"),
    "treaties.opcat": mark("whether the State has joined the Optional Protocol"),
}
"""The facts of a profile, by key."""


class Verb(Enum):
    """How hard something binds this State: the obligation chooses the verb, and no State must before it is party."""

    MUST = "must"
    MUST_BEFORE_JOINING = "must, before joining"
    MUST_ONCE_PARTY = "must, once party"
    MUST_IF_PARTY = "must, if party"
    SHOULD = "should"
    COULD = "could"


VERBS: Mapping[Verb, str] = {
    Verb.MUST: mark("must"),
    Verb.MUST_BEFORE_JOINING: mark("must, before joining"),
    Verb.MUST_ONCE_PARTY: mark("must, once party"),
    Verb.MUST_IF_PARTY: mark("must, if party"),
    Verb.SHOULD: mark("should"),
    Verb.COULD: mark("could"),
}
"""The verbs themselves."""
STANDARD_LABELS: Mapping[Verb, str] = {
    Verb.MUST: mark("What must be in place"),
    Verb.MUST_BEFORE_JOINING: mark("What must be in place before joining"),
    Verb.MUST_ONCE_PARTY: mark("What must be in place, once party"),
    Verb.MUST_IF_PARTY: mark("What must be in place, if party"),
    Verb.SHOULD: mark("What should be in place"),
    Verb.COULD: mark("What could be in place"),
}
"""How a requirement is introduced."""
ACTION_LABELS: Mapping[Verb, str] = {
    Verb.MUST: mark("What must be done"),
    Verb.MUST_BEFORE_JOINING: mark("What must be done before joining"),
    Verb.MUST_ONCE_PARTY: mark("What must be done, once party"),
    Verb.MUST_IF_PARTY: mark("What must be done, if party"),
    Verb.SHOULD: mark("What should be done"),
    Verb.COULD: mark("What could be done"),
}
"""How an action is introduced."""


def verb_of(obligation: Obligation, in_force: InForce) -> Verb:
    """The verb for a requirement; ``in_force`` says whether a treaty that asks for it binds the State."""
    if obligation is Obligation.GUIDANCE:
        return Verb.SHOULD
    if obligation is Obligation.PRACTICE:
        return Verb.COULD
    if in_force == UNKNOWN:
        return Verb.MUST_IF_PARTY
    return Verb.MUST if in_force else Verb.MUST_ONCE_PARTY
