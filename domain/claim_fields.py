"""What must one field of the association form look like, and what is the sentence when it does not?"""

import re
import uuid
from typing import Annotated

import idna
from pydantic import AfterValidator, BeforeValidator

_GUID = re.compile(r"\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?", re.IGNORECASE)
_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\uffff.-]{1,64}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\u2028\u2029\ufeff]")


def _text(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError("Give text.")
    return _CONTROL.sub("", value).replace("\u00a0", " ").strip()


def tenant_id(value: str) -> str:
    """A tenant ID in lower case.

    >>> tenant_id("{0F2A1C3E-1111-4222-8333-ABCDEFABCDEF}")
    '0f2a1c3e-1111-4222-8333-abcdefabcdef'
    """
    found = _GUID.fullmatch(value)
    if not found or uuid.UUID(found[1]).int == 0:
        raise ValueError(
            "Give the tenant ID as a GUID, for example 0f2a1c3e-1111-4222-8333-abcdefabcdef"
            " (Entra admin centre, Overview, Tenant ID)."
        )
    return found[1].lower()


def domain_name(value: str) -> str:
    """A domain in lower case; international names are checked by IDNA 2008 and kept readable.

    >>> domain_name("MÜLLER-Bau.de."), domain_name("xn--mller-bau-q9a.de")
    ('müller-bau.de', 'müller-bau.de')
    """
    try:
        ascii_name = idna.encode(value.rstrip("."), uts46=True).decode()
        readable = idna.decode(ascii_name)
    except (idna.IDNAError, UnicodeError):
        ascii_name = readable = ""
    labels = ascii_name.split(".")
    if len(labels) < 2 or labels[-1].isdigit() or not all(re.fullmatch(r"[a-z0-9-]+", each) for each in labels):
        raise ValueError("Give a domain such as contoso.com, without https:// and without a path.")
    return readable


def email_address(value: str) -> str:
    """An e-mail address with a checked domain.

    >>> email_address("Jo.Doe@Contoso.COM")
    'Jo.Doe@contoso.com'
    """
    local, _, domain = value.rpartition("@")
    try:
        checked = domain_name(domain)
    except ValueError:
        checked = ""
    if not checked or not _LOCAL_PART.fullmatch(local) or local.startswith(".") or ".." in f"{local}.":
        raise ValueError("Give an e-mail address such as name@contoso.com.")
    return f"{local}@{checked}"


def _filled(what: str, longest: int) -> AfterValidator:
    def check(value: str) -> str:
        if not value:
            raise ValueError(f"Give {what}.")
        if len(value) > longest:
            raise ValueError(f"Shorten {what} to at most {longest} characters (now {len(value)}).")
        return value

    return AfterValidator(check)


def _at_most(what: str, longest: int) -> AfterValidator:
    def check(value: str) -> str:
        if len(value) > longest:
            raise ValueError(f"Shorten {what} to at most {longest} characters (now {len(value)}).")
        return value

    return AfterValidator(check)


_Text = Annotated[str, BeforeValidator(_text)]
TenantId = Annotated[_Text, _filled("the customer's tenant ID", 64), AfterValidator(tenant_id)]
DomainName = Annotated[_Text, _filled("the customer's domain", 253), AfterValidator(domain_name)]
EmailAddress = Annotated[_Text, _filled("an e-mail address", 254), AfterValidator(email_address)]
ClaimName = Annotated[_Text, _filled("a name for the claim", 200)]
LocationId = Annotated[_Text, _filled("the partner location (PartnerID)", 40)]
PersonName = Annotated[_Text, _filled("the person's name", 120)]
JobTitle = Annotated[_Text, _filled("the person's title", 120)]
Comments = Annotated[_Text, _at_most("the comments", 4000)]
