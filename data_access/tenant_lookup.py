"""Which tenant does a domain belong to? Asked of Microsoft's public OpenID configuration, only when switched on."""

import json
import re
import urllib.error
import urllib.parse
import urllib.request

import idna

from data_access.registry.settings import LookupSettings, lookup_settings
from domain.claim_fields import domain_name
from domain.errors import BadInput, NotAllowed, TooSlow, Unavailable

_ISSUER = re.compile(r"/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/", re.IGNORECASE)
_LARGEST_ANSWER = 100_000


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def tenant_of_domain(domain: str, settings: LookupSettings | None = None) -> str:
    """The tenant ID (GUID) of a domain.

    `NotAllowed` while the lookup is off, `BadInput` for a domain no tenant has, `TooSlow` and `Unavailable` for the
    network. Only the domain leaves this machine.
    """
    settings = settings or lookup_settings()
    if not settings.is_on:
        raise NotAllowed(
            "The tenant lookup is off. Set CPOR_TENANT_LOOKUP=true to let it ask Microsoft's public address."
        )
    try:
        name = idna.encode(domain_name(domain.strip()), uts46=True).decode()
    except ValueError as wrong:
        raise BadInput(str(wrong)) from wrong
    address = f"{settings.base_url.rstrip('/')}/{urllib.parse.quote(name)}/v2.0/.well-known/openid-configuration"
    opener = urllib.request.build_opener(_NoRedirect)
    try:
        with opener.open(address, timeout=settings.timeout_seconds) as answer:
            stated = json.loads(answer.read(_LARGEST_ANSWER))
    except urllib.error.HTTPError as refused:
        if refused.code in (400, 404):
            raise BadInput(
                f"Microsoft knows no tenant for {domain}. Check the spelling, or give the tenant ID."
            ) from refused
        raise Unavailable(
            f"Microsoft's address answered with status {refused.code}. Give the tenant ID by hand."
        ) from refused
    except TimeoutError as slow:
        raise _too_slow(settings) from slow
    except urllib.error.URLError as failed:
        if isinstance(failed.reason, TimeoutError):
            raise _too_slow(settings) from failed
        raise Unavailable("There is no network connection to Microsoft. Give the tenant ID by hand.") from failed
    except (OSError, ValueError) as broken:
        raise Unavailable("Microsoft's answer could not be read. Give the tenant ID by hand.") from broken
    found = _ISSUER.search(str(stated.get("issuer", ""))) if isinstance(stated, dict) else None
    if not found:
        raise Unavailable("Microsoft's answer names no tenant. Give the tenant ID by hand.")
    return found[1].lower()


def _too_slow(settings: LookupSettings) -> TooSlow:
    return TooSlow(
        f"Microsoft's address did not answer within {settings.timeout_seconds:g} seconds. Give the tenant ID by hand."
    )
