"""Is a tenant found by its domain, only when asked for, and is every failure a sentence?"""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from data_access.registry.settings import LookupSettings
from data_access.tenant_lookup import tenant_of_domain
from domain.errors import BadInput, InsightsError, NotAllowed, TooSlow, Unavailable

TENANT = "3f2a1c3e-1111-4222-8333-abcdefabc001"
ANSWERS = {
    "contoso.com": (200, {"issuer": f"https://login.example/{TENANT.upper()}/v2.0"}),
    "nobody.example": (400, {"error": "invalid_tenant"}),
    "broken.example": (200, {"issuer": "https://login.example/common/v2.0"}),
    "listed.example": (200, ["no", "object"]),
    "down.example": (503, {}),
    "xn--mller-kva.example": (200, {"issuer": f"https://login.example/{TENANT}/v2.0"}),
}


class Microsoft(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        domain = self.path.split("/")[1]
        if domain == "slow.example":
            time.sleep(1)  # the server's slowness is what is tested
            return
        status, body = ANSWERS.get(domain, (302, {}))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/contoso.com/v2.0/.well-known/openid-configuration")
        self.end_headers()
        self.wfile.write(b"not json" if domain == "garbage.example" else json.dumps(body).encode())

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Microsoft)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def _settings(address: str, seconds: float = 5.0) -> LookupSettings:
    return LookupSettings(
        CPOR_TENANT_LOOKUP=True, CPOR_TENANT_LOOKUP_BASE_URL=address, CPOR_TENANT_LOOKUP_TIMEOUT_SECONDS=seconds
    )


@pytest.mark.parametrize("domain", ["contoso.com", " Contoso.COM. ", "müller.example"])
def test_a_domains_tenant_is_found(address: str, domain: str) -> None:
    assert tenant_of_domain(domain, _settings(address)) == TENANT


@pytest.mark.parametrize(
    ("domain", "error", "sentence"),
    [
        ("nobody.example", BadInput, "knows no tenant for nobody.example"),
        ("not a domain", BadInput, "Give a domain such as contoso.com"),
        ("a/../b.example", BadInput, "Give a domain such as contoso.com"),
        ("broken.example", Unavailable, "names no tenant"),
        ("listed.example", Unavailable, "names no tenant"),
        ("down.example", Unavailable, "status 503"),
        ("elsewhere.example", Unavailable, "status 302"),
    ],
)
def test_every_failure_is_a_sentence(address: str, domain: str, error: type[InsightsError], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        tenant_of_domain(domain, _settings(address))


def test_it_is_off_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotAllowed, match="CPOR_TENANT_LOOKUP=true"):
        tenant_of_domain("contoso.com", LookupSettings())
    monkeypatch.setenv("CPOR_TENANT_LOOKUP", "true")
    assert LookupSettings().is_on


def test_it_has_a_time_limit(address: str) -> None:
    with pytest.raises(TooSlow, match=r"within 0\.2 seconds"):
        tenant_of_domain("slow.example", _settings(address, 0.2))


def test_without_network_it_says_so() -> None:
    with pytest.raises(Unavailable, match="no network connection"):
        tenant_of_domain("contoso.com", _settings("http://127.0.0.1:9"))
