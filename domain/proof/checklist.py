"""Which points of a proof of execution does a document show, and where?"""

from domain.proof.acknowledgement import date_finding, signature_finding
from domain.proof.findings import Checklist, ClaimFacts, Finding, Item, Page, Verdict
from domain.proof.identity import company_finding, domain_finding, tenant_finding
from domain.proof.parties import Parties
from domain.proof.reading import Reading
from domain.proof.signature import signatures
from domain.proof.work import activities_finding, disclosure_finding, workload_findings

_BY_EYE = "This document holds no text that can be read (a scan or picture): please confirm by eye."
_UNREAD = " A page without readable text could show it."


def check(pages: tuple[Page, ...], facts: ClaimFacts) -> Checklist:
    """The checklist of a document: one line per point, one per claimed workload."""
    reading = Reading(pages)
    if not reading.has_text:
        return Checklist(tuple(_unread(facts)), can_be_read=False)
    places = signatures(reading, Parties(reading, facts))
    works = workload_findings(reading, facts)
    findings = [
        company_finding(reading, Item.PARTNER, facts.partner_names),
        company_finding(reading, Item.CUSTOMER, (facts.customer_name,)),
        domain_finding(reading, facts.domain),
        tenant_finding(reading, facts.tenant_id),
        signature_finding(places),
        date_finding(reading, places, facts),
        *works,
        activities_finding(reading, facts, works),
    ]
    if facts.needs_disclosure:
        findings.append(disclosure_finding(reading))
    return Checklist(tuple(_with_doubt(each, reading) for each in findings))


def _with_doubt(finding: Finding, reading: Reading) -> Finding:
    """Nothing is "not found" while a page could not be read."""
    if finding.verdict is not Verdict.NOT_FOUND or not reading.has_unread_page:
        return finding
    return Finding(
        finding.item, Verdict.UNSURE, finding.why + _UNREAD, finding.quote, finding.page, finding.workload, finding.day
    )


def _unread(facts: ClaimFacts) -> list[Finding]:
    items = [Item.PARTNER, Item.CUSTOMER, Item.DOMAIN, Item.TENANT, Item.SIGNATURE, Item.DATE]
    findings = [Finding(item, Verdict.UNSURE, _BY_EYE) for item in items]
    findings += [Finding(Item.WORKLOAD, Verdict.UNSURE, _BY_EYE, workload=code) for code in facts.workloads]
    findings.append(Finding(Item.ACTIVITIES, Verdict.UNSURE, _BY_EYE))
    if facts.needs_disclosure:
        findings.append(Finding(Item.DISCLOSURE, Verdict.UNSURE, _BY_EYE))
    return findings
