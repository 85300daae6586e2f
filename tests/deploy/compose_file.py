"""deploy/compose/compose.yaml and its .env, as Docker Compose reads them."""

import re

import yaml

import surface

FOLDER = surface.DEPLOY / "compose"
TEXT = (FOLDER / "compose.yaml").read_text()
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
EXAMPLE = surface.assignments(FOLDER / ".env.example")
SECRETS = {"POSTGRES_PASSWORD", "AWS_SECRET_ACCESS_KEY", "MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY"}

# ${NAME}, ${NAME:-default} and ${NAME:?message}; $$ is a dollar sign.
REFERENCE = re.compile(r"(?<!\$)\$\{([A-Z][A-Z0-9_]*)(?::([-?])([^}]*))?\}")


def filled(value: object, settings: dict[str, str]) -> str:
    def fill(found: re.Match) -> str:
        name, kind, text = found.groups()
        if settings.get(name):
            return settings[name]
        assert kind == "-", f"{name} must be set: {text}"
        return text

    return REFERENCE.sub(fill, str(value)).replace("$$", "$")


def environment_of(service: str, settings: dict[str, str]) -> dict[str, str]:
    return {name: filled(value, settings) for name, value in SERVICES[service]["environment"].items()}
