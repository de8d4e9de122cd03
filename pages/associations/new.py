"""What does the next claim say, will a reviewer accept it, and was it filed?"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.claim_filed import filed_claim, receipt_line, record_submission
from components.claim_pad import Pad
from components.claim_review import concerns_before_filing, form_summary, open_steps
from components.claim_start import forms_in_progress, many_drafts
from components.claim_stepper import go_to, open_first, step_buttons, stepper
from components.claim_steps_form import contacts_step, details_step, solution_step, workloads_step
from components.failure import show_failure
from components.panel import panel
from components.poe_advice import poe_advice
from components.poe_desk import DOCX
from components.words import plain
from data_access import associations, claim_workbench
from data_access.claim_workbench import Workbench
from data_access.organisation import organisation
from data_access.registry import drafts
from data_access.registry.filing import file_claim
from data_access.registry.settings import lookup_settings
from data_access.tenant_lookup import tenant_of_domain
from domain.errors import InsightsError, UnknownName
from pages import session
