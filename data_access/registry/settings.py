"""Which of the registry's behaviours can be set, beside the program's own settings?"""

from functools import cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.claim_windows import ClaimWindows


class ClaimSettings(BaseSettings, ClaimWindows):
    """The claims' windows, read from `CPOR_CLAIMS_…`."""

    model_config = SettingsConfigDict(env_prefix="CPOR_CLAIMS_", frozen=True, extra="ignore")


class DocumentSettings(BaseSettings):
    """What may be uploaded as proof of execution. Microsoft's own limits are not public."""

    model_config = SettingsConfigDict(env_prefix="CPOR_DOCUMENTS_", frozen=True, extra="ignore")

    url: str | None = Field(
        None, description="Where documents are kept, as fsspec names it (default: the data folder)."
    )
    types: tuple[str, ...] = Field(("pdf", "docx", "png", "jpeg"), description="File types taken, as a JSON list.")
    max_mb: int = Field(20, ge=1, description="Largest document, in megabytes.")
    per_claim: int = Field(5, ge=1, description="Most documents of one claim.")
    max_pages: int = Field(200, ge=1, description="Most pages whose text is read.")
    unpacked_max_mb: int = Field(100, ge=1, description="Largest a document may become when unpacked, in megabytes.")
    ratio_limit: int = Field(200, ge=2, description="Most a packed document may grow when unpacked.")
    member_limit: int = Field(2000, ge=1, description="Most parts inside one DOCX.")
    read_timeout_seconds: float = Field(30.0, gt=0, description="Time limit for reading one document's text.")
    read_memory_mb: int = Field(
        1024, ge=256, description="Memory the reading process may take, where the OS can bound it."
    )


class LookupSettings(BaseSettings):
    """The tenant lookup over the network; off unless asked for."""

    model_config = SettingsConfigDict(env_prefix="CPOR_TENANT_LOOKUP", frozen=True, extra="ignore")

    is_on: bool = Field(False, validation_alias="CPOR_TENANT_LOOKUP", description="Find tenant IDs by domain, online.")
    timeout_seconds: float = Field(
        5.0, gt=0, validation_alias="CPOR_TENANT_LOOKUP_TIMEOUT_SECONDS", description="Time limit of one lookup."
    )
    base_url: str = Field(
        "https://login.microsoftonline.com",
        validation_alias="CPOR_TENANT_LOOKUP_BASE_URL",
        description="Server asked for a domain's public OpenID configuration.",
    )


@cache
def claim_settings() -> ClaimSettings:
    """The process's windows. Tests build their own."""
    return ClaimSettings()


@cache
def document_settings() -> DocumentSettings:
    """The process's document limits."""
    return DocumentSettings()


@cache
def lookup_settings() -> LookupSettings:
    """The process's tenant-lookup settings."""
    return LookupSettings()
