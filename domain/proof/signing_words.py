"""Which words mark a place to sign, a name, a date, a party, in the languages customers sign in?"""

import re

from domain.proof.reading import FoldedText, Line

SIGN = re.compile(
    r"(?:^|\t|\s{2})by\s?:|(?<!\w)(?:signature|signatory|e-?signed|docusigned|/s/"
    r"|(?<!have )(?<!has )(?<!been )(?<!be )(?<!are )signed(?: electronically| digitally)?(?: by)?"
    r"|unterschrift|unterzeichnet(?: von)?|gezeichnet|signe(?: par)?|signataire|firmado(?: por)?|firmato(?: da)?"
    r"|firma (?:del|autorizada|digital|leggibile|cliente)|assinatura|assinado(?: por)?|handtekening|getekend"
    r"|underskrift|podpis\w*|allekirjoitus|imza)(?!\w)|署名|签名|簽名|서명"
)
_FIELD = r"(?:(?<!\w)(?:{})(?!\w))\s*(?:\([^)]*\)\s*)?(?:[:：]|\t|\s{{2,}}|$)\s*(.*)"
NAME = re.compile(
    _FIELD.format(
        r"(?:print(?:ed)? |full )?name(?: and title| in block letters)?|by|nom(?: et prenom)?|nombre"
        r"|nome(?: e cognome)?|naam|navn|namn|vor- und nachname|imie i nazwisko|nimi|氏名"
    )
)
_DATE = re.compile(
    r"(?<!\w)(?:date(?:d)?(?: signed| of signature| of acknowledg\w+)?|signed on|datum|fecha|data|dato"
    r"|date de signature|paivamaara|paivays|tarih|on this day|le)(?!\w)|日付|日期|날짜"
)
CUSTOMER = re.compile(
    r"(?<!\w)(?:customer|client|kunden?|auftraggeber\w*|cliente|klant|opdrachtgever|kund|kunde|klient|asiakas|musteri"
    r")(?:'s|’s|s)?(?!\w)|顧客|客户|고객"
)
PARTNER = re.compile(
    r"(?<!\w)(?:partner|supplier|provider|vendor|consultant|contractor|auftragnehmer\w*|dienstleister|prestataire"
    r"|fournisseur|proveedor|fornitore|fornecedor|leverancier|leverandor|dostawca)(?:'s|s)?(?!\w)"
)
NOT_A_PARTY_LINE = re.compile(
    r"(?<!\w)(?:domain|tenant|directory|e-?mail|contact|address|number|solutions? partner|partner ?id|partner center)"
)
_BLANK = re.compile(
    r"[\s_.…\-–—/\\|\[\](){}<>:*□☐xX]*(?:(?:sign(?:ature)?(?: here)?|name|date|title|n/?a|tbd|tbc|pending|to be signed"
    r"|here|placeholder|insert|not signed|unsigned|none|dd|mm|yyyy|yy|tt|jjjj|print)[\s_.…\-–—/\\|\[\](){}<>:*]*)*"
)
# The pattern above can be read in many ways; short text keeps that harmless.
_LONGEST_BLANK = 80
_CELLS = re.compile(r"\t+|\s{2,}|\s*\|\s*")


def is_blank(value: str) -> bool:
    """Whether a field holds nothing but rules, brackets and placeholders."""
    if len(value) > _LONGEST_BLANK:
        return not any(map(str.isalnum, value))
    return _BLANK.fullmatch(FoldedText.of(value).text) is not None


def cells(line: Line) -> list[str]:
    """A line's columns: parted by tabs, bars or wide gaps."""
    return [each.strip() for each in _CELLS.split(line.text)]


def is_date_line(line: Line) -> bool:
    """Whether a short line is labelled as a date."""
    labelled = _DATE.search(line.folded)
    return labelled is not None and line.words_count <= 12 and labelled.start() <= 40


def after_label(text: str) -> str:
    """The value of "label: value" (colon, tab, wide gap, or the words after "signed by" and "/s/")."""
    if re.search(r"[:：]", text):
        return re.split(r"[:：]", text, maxsplit=1)[1].strip()
    by = re.search(r"(?:/s/|\b(?:by|von|par|por|da)\b)\s*(.*)$", text, re.IGNORECASE)
    if by:
        return by[1].strip()
    parts = re.split(r"\t|\s{2,}|_{3,}", text, maxsplit=1)
    return parts[1].strip() if len(parts) > 1 else ""
