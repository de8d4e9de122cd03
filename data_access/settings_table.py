"""What can be set? Every setting of the product, as tables for the README and docs/settings.md."""

from pathlib import Path

from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from data_access.registry.settings import ClaimSettings, DocumentSettings, LookupSettings
from data_access.settings import Settings
from data_access.signal_settings import SignalSettings

MAIN: tuple[type[BaseSettings], ...] = (Settings,)
"""What the README shows."""

FURTHER: tuple[type[BaseSettings], ...] = (ClaimSettings, DocumentSettings, LookupSettings, SignalSettings)
"""What docs/settings.md shows."""


def as_markdown(models: tuple[type[BaseSettings], ...]) -> str:
    """One row a setting: its name in the environment, its default, what it does."""
    rows = ["| setting | default | what it does |", "|---|---|---|"]
    for model in models:
        prefix = model.model_config.get("env_prefix", "")
        for name, field in model.model_fields.items():
            shown = _shown(field.get_default(call_default_factory=True, validated_data={}))
            rows.append(f"| `{_name(prefix, name, field)}` | {shown} | {field.description or ''} |")
    return "\n".join(rows)


def _name(prefix: str, name: str, field: FieldInfo) -> str:
    alias = field.validation_alias
    return alias.upper() if isinstance(alias, str) else f"{prefix}{name}".upper()


def _shown(default: object) -> str:
    if default is None or default == "":
        return ""
    if isinstance(default, Path):
        return "`~/.cpor-insights`"
    if isinstance(default, tuple | frozenset | list | set):
        return f"`{', '.join(sorted(str(one) for one in default))}`"
    return f"`{default}`"
