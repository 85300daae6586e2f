"""Where cairn means to answer differently from MLflow 3.17.2, and why. A step refers to an entry by its key."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Deliberate:
    reason: str
    # What cairn answers instead:
    status: int
    error_code: str | None = None
    message: str = ""  # a pattern that the message starts with


DELIBERATE = {
    "no SQL in messages": Deliberate(
        "MLflow passes on the text of SQLAlchemy's exception, with the statement and its parameters",
        400,
        "BAD_REQUEST",
    ),
    "no SQL in messages about a taken name": Deliberate(
        "the same, after a first sentence that clients look for",
        400,
        "RESOURCE_ALREADY_EXISTS",
        r"(Experiment|Registered Model )\(name=.*\) already exists\.",
    ),
    "refused, not half read": Deliberate(
        "after a value that does not parse, MLflow goes on with what it had read so far and often answers 200, "
        "having stored something else than what was sent",
        400,
        "INVALID_PARAMETER_VALUE",
    ),
    "400 for a crash": Deliberate(
        "MLflow fails with status 500 and an HTML page or Python's text; its own client takes that for a reason to "
        "try again, for minutes",
        400,
        "INVALID_PARAMETER_VALUE",
    ),
    "null is absent everywhere": Deliberate(
        "for the lists of log-batch and for max_results, null makes MLflow fail with an HTML error page",
        200,
    ),
    "numbers as in JSON, not as in Python": Deliberate(
        "MLflow reads numbers with Python's int() and float(), which take blanks, underscores and a plus in text, "
        "and make the enumeration's first value of true and of 1.5",
        400,
        "INVALID_PARAMETER_VALUE",
    ),
    "one slash is one slash": Deliberate(
        "MLflow's frameworks forgive doubled slashes, one by a redirect and the other silently",
        404,
    ),
    "HEAD answers as GET does": Deliberate(
        "MLflow answers HEAD on /health from another framework than GET, with another content type",
        200,
    ),
    "no gateway": Deliberate(
        "cairn has no gateway for language models, and says so",
        200,
    ),
    "a batch is written whole or not at all": Deliberate(
        "MLflow commits parameters, metrics and tags one after the other, and keeps what came before a failure",
        200,
    ),
    "a version is registered whole or not at all": Deliberate(
        "MLflow stores the version, and then fails to note it in the logged model that does not exist",
        200,
    ),
    "its own pages may change": Deliberate(
        "MLflow blocks its own web app under every name but localhost, until its address is an allowed origin too; "
        "what a page of the same host asks, under an address or a name that the server was given, is its own",
        200,
    ),
    "a preflight has no body": Deliberate(
        "MLflow says OK or not in a text; what browsers look at is the header with the origin, and that is the same",
        204,
    ),
    "the same order twice is an error of the caller's": Deliberate(
        "MLflow makes SQL of it that does not run, and answers 500",
        400,
        "INVALID_PARAMETER_VALUE",
    ),
    "400 for a negative number of results": Deliberate(
        "MLflow cuts that many models off the end of the list of all of them, and gives a token that leads nowhere",
        400,
        "INVALID_PARAMETER_VALUE",
    ),
    "a page has a size": Deliberate(
        "MLflow takes a negative max_results for a page that leaves the last models out",
        400,
        "INVALID_PARAMETER_VALUE",
        r"Invalid value -\d for parameter 'max_results' supplied\.",
    ),
    "a token is this server's or not": Deliberate(
        "MLflow says where Python's JSON parser stopped",
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid page token: ",
    ),
    "preview paths are served": Deliberate(
        "clients from before MLflow 1.0 ask under /preview; MLflow has dropped it, and nothing else is there",
        200,
    ),
    "no NUL in a path": Deliberate(
        "MLflow turns a NUL into the three characters %00 and stores a file of that name; nobody asks for that in good "
        "faith, so cairn refuses it",
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid path",
    ),
    "errors of artifacts have one form": Deliberate(
        "two of MLflow's routes are its framework's own and answer {\"detail\": ...} where all others answer an error "
        "code and a message; clients look for the latter",
        400,
        "INVALID_PARAMETER_VALUE",
        "Artifact path (must include a filename|refers to a directory)",
    ),
    "conditions hold everywhere": Deliberate(
        "MLflow honours If-None-Match and its like for artifacts of runs, not for those of the proxy",
        304,
    ),
    "several ranges everywhere": Deliberate(
        "the two frameworks under MLflow read Range differently; cairn serves all artifacts in several parts, and more "
        "than there is, as the proxy does",
        206,
    ),
    "words for a malformed range everywhere": Deliberate(
        "of the same two frameworks one says that a malformed range cannot be satisfied, the other what is wrong with it",
        400,
    ),
}
