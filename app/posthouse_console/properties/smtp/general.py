"""SMTP Properties, tab General: the names under which the server is known."""

from __future__ import annotations

import platform

from PySide6.QtWidgets import QVBoxLayout

from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.fields import TextField, WordsField
from posthouse_console.widgets.form import FieldForm
from posthouse_console.widgets.hint import HintLabel
from posthouse_server.words import tr

_PATH = "smtp.general"


class GeneralPage(FormPage):
    """Every field may stay empty; its placeholder says what then holds."""

    title = tr("General")
    help_topic = "smtp-general"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        form = FieldForm(self.mnemonics)
        for field in (
            TextField(f"{_PATH}.hostname", tr("{node} (the name of this computer)", node=platform.node())),
            TextField(f"{_PATH}.default_domain", tr("the first domain")),
            WordsField(f"{_PATH}.dns_servers", tr("the system's own")),
            TextField(f"{_PATH}.postmaster", tr("postmaster@ the first domain")),
        ):
            form.add(self.field(field))
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(HintLabel(tr("A field that is left empty takes the value shown in it.")))
        layout.addStretch(1)
