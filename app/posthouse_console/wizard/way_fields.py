"""The fields of each way out, as data, and the smart host that they describe."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from posthouse_console.service import ways_out
from posthouse_console.service.set_up import Answers, Way
from posthouse_console.widgets.wording import SMART_HOST_TLS
from posthouse_server.settings.choices import SmartHostTls
from posthouse_server.settings.schema import SmartHost
from posthouse_server.words import tr

_KEPT = tr("kept already; type to change it")
_TEST_DOMAIN = "gmail.com"


@dataclass(frozen=True, slots=True)
class _Spec:
    caption: str
    placeholder: str = ""
    is_secret: bool = False
    is_optional: bool = False


_FIELDS: Mapping[Way, Mapping[str, _Spec]] = {
    Way.MICROSOFT_OAUTH2: {
        "tenant": _Spec(tr("&Tenant:"), tr("example.onmicrosoft.com, or the tenant's ID")),
        "client_id": _Spec(tr("Client &ID:"), tr("application (client) ID")),
        "secret": _Spec(tr("Client sec&ret:"), tr("the value of the secret"), is_secret=True),
        "username": _Spec(tr("Sending mailbo&x:"), "scanner@example.com"),
    },
    Way.MICROSOFT_CONNECTOR: {"host": _Spec(tr("Mail &exchanger:"), f"example-com{ways_out.CONNECTOR_ENDING}")},
    Way.GOOGLE: {
        "username": _Spec(tr("&User name:"), tr("empty: Google knows this network by its address"), is_optional=True),
        "secret": _Spec(tr("App pass&word:"), is_secret=True),
    },
    Way.SMART_HOST: {
        "host": _Spec(tr("Server n&ame:"), "smtp.provider.example"),
        "username": _Spec(tr("&User name:"), tr("empty: no login"), is_optional=True),
        "secret": _Spec(tr("Pass&word:"), is_secret=True),
    },
    Way.DIRECT: {"domain": _Spec(tr("&Try the mail server of:"), _TEST_DOMAIN, is_optional=True)},
}


class WayFields(QWidget):
    """The fields of one way."""

    edited = Signal()

    def __init__(self, way: Way) -> None:
        """Lay them out."""
        super().__init__()
        self._way = way
        self.edits = {key: self._new_edit(key, spec) for key, spec in _FIELDS[way].items()}
        self.port = QSpinBox()
        self.tls = QComboBox()
        self._saved: SmartHost | None = None
        form = QFormLayout(self)
        form.setContentsMargins(24, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for key, edit in self.edits.items():
            form.addRow(_label(_FIELDS[way][key].caption, edit), edit)
            if key == "host" and way is Way.SMART_HOST:
                self._add_port(form)

    def show_saved(self, saved: SmartHost, answers: Answers) -> None:
        """Fill in what is in force, or what is likely."""
        texts = {"host": saved.host, "username": saved.username, "client_id": saved.oauth2.client_id,
                 "tenant": ways_out.tenant_of(saved.oauth2)}
        if saved.enabled and ways_out.way_of(saved) is self._way:
            self._saved = saved
            for key, text in texts.items():
                if key in self.edits:
                    self.edits[key].setText(text)
            self.port.setValue(saved.port)
            self.tls.setCurrentIndex(self.tls.findData(saved.tls))
        elif self._way is Way.MICROSOFT_CONNECTOR:
            self.edits["host"].setText(ways_out.connector_host(answers.domain))
        elif self._way is Way.DIRECT:
            self.edits["domain"].setText(_TEST_DOMAIN)
        self._update()

    def smart_host(self) -> SmartHost:
        """Return what the fields describe; it may not be complete."""
        text = self._text
        makers: Mapping[Way, Callable[[], SmartHost]] = {
            Way.MICROSOFT_OAUTH2: lambda: ways_out.microsoft(text("tenant"), text("client_id"), text("username")),
            Way.MICROSOFT_CONNECTOR: lambda: ways_out.connector(text("host")),
            Way.GOOGLE: lambda: ways_out.google(text("username")),
            Way.SMART_HOST: lambda: ways_out.smart_host(text("host"), self.port.value(), SmartHostTls(self.tls.currentData()),
                                                        text("username")),
        }
        return makers[self._way]() if self._way in makers else SmartHost()

    def secret(self) -> str:
        """Return the typed secret."""
        return self.edits["secret"].text() if "secret" in self.edits and self.edits["secret"].isEnabled() else ""

    def has_kept_secret(self) -> bool:
        """Return whether the secret that belongs to these fields is kept already."""
        made = self.smart_host()
        return self._saved is not None and (made.host, made.username) == (self._saved.host, self._saved.username)

    def missing(self) -> str:
        """Return the caption of the first field that has to be filled in; empty: none."""
        for key, spec in _FIELDS[self._way].items():
            edit = self.edits[key]
            needed = edit.isEnabled() and not spec.is_optional and not (spec.is_secret and self.has_kept_secret())
            if needed and not edit.text().strip():
                return spec.caption.replace("&", "").rstrip(":")
        return ""

    def _text(self, key: str) -> str:
        return self.edits[key].text().strip()

    def _update(self) -> None:
        """A password without a user name is of no use."""
        secret = self.edits.get("secret")
        if secret is not None:
            secret.setEnabled(bool(self._text("username")) or self._way is Way.MICROSOFT_OAUTH2)
            secret.setPlaceholderText(_KEPT if self.has_kept_secret() else _FIELDS[self._way]["secret"].placeholder)
        self.edited.emit()

    def _new_edit(self, key: str, spec: _Spec) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(f"{self._way}_{key}")
        edit.setPlaceholderText(spec.placeholder)
        if spec.is_secret:
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.textChanged.connect(lambda _text: self._update())
        return edit

    def _add_port(self, form: QFormLayout) -> None:
        self.port.setObjectName("wayPort")
        self.port.setRange(1, 65535)
        self.port.setValue(587)
        self.tls.setObjectName("wayTls")
        for tls, words in SMART_HOST_TLS.items():
            self.tls.addItem(words, tls)
        self.tls.setCurrentIndex(self.tls.findData(SmartHostTls.REQUIRED))
        self.port.valueChanged.connect(self._on_port_changed)
        self.tls.currentIndexChanged.connect(lambda _index: self._update())
        form.addRow(_label(tr("P&ort:"), self.port), self.port)
        form.addRow(_label(tr("&Encryption:"), self.tls), self.tls)

    def _on_port_changed(self, port: int) -> None:
        """The usual ports say how the connection begins."""
        usual = {465: SmartHostTls.IMPLICIT, 587: SmartHostTls.REQUIRED}.get(port)
        if usual is not None:
            self.tls.setCurrentIndex(self.tls.findData(usual))
        self._update()


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(buddy)
    buddy.setAccessibleName(text.replace("&", "").rstrip(":"))
    return label
