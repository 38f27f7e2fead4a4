"""The settings document: defaults that others rely on, changes by path, and faults that read as sentences."""

import json
from typing import Any

import pytest
from pydantic import BaseModel

from posthouse_server.settings import Settings, SettingsError, differences, get_path, merged, parse, set_paths, to_json
from posthouse_server.settings.labels import difference_lines
from posthouse_server.settings.schema import Listener, PrivilegedRange, Smtp
from posthouse_server.settings.section import Section, help_of, label_of

# Design, section 7. Empty stands for: this machine's name; postmaster@<first domain>; the system's DNS servers.
DEFAULTS: dict[str, Any] = {
    "smtp.relay.enabled": True,
    "smtp.relay.allow_authenticated_senders": True,
    "smtp.relay.allow_privileged_ip_ranges": False,
    "smtp.relay.allow_local_sender_addresses": False,
    "smtp.relay.privileged_ip_ranges": [],
    "smtp.relay.denial_reply": "standard",
    "smtp.general.hostname": "",
    "smtp.general.postmaster": "",
    "smtp.general.dns_servers": [],
    "smtp.inbound.listeners": [{"address": "127.0.0.1", "port": 2525, "tls": "starttls", "authentication": "secure_only",
                                "require_authentication": False}],
    "smtp.security.refuse_unknown_local_recipients": True,
    "smtp.inbound.max_connections": 1000,
    "smtp.inbound.max_message_bytes": 40960000,
    "smtp.smart_host.enabled": False,
    "smtp.smart_host.host": "",
    "smtp.smart_host.port": 587,
    "smtp.smart_host.tls": "opportunistic",
    "smtp.smart_host.authentication": "none",
    "smtp.smart_host.username": "",
    "smtp.delivery.retry_minutes": [15, 30, 60, 240],
    "smtp.delivery.lifetime_hours": 120,
    "smtp.outbound.port": 25,
}
LISTENER = {"address": "0.0.0.0", "port": 25}
CHANGES: dict[str, Any] = {
    "smtp.relay.privileged_ip_ranges": [{"range": "10.0.*", "note": "Drucker «3. Stock»",
                                         "expires_at": "2026-12-31T23:59:59+01:00"}],
    "smtp.general.hostname": "mail.example.com",
    "smtp.inbound.listeners": [LISTENER, {"address": "::", "port": 465, "tls": "implicit"}],
    "smtp.blocked_addresses.senders": ["spam.example", "@evil.example", "A.B@c.example"],
}


@pytest.mark.parametrize(("path", "default"), DEFAULTS.items())
def test_defaults(path: str, default: Any) -> None:
    assert json.loads(to_json(get_path(Settings(), path))) == default


@pytest.mark.parametrize(("value", "path"), [("none", "tls"), ("starttls", "tls"), ("implicit", "tls"), ("always",
"authentication"),
                                             ("secure_only", "authentication"), ("never", "authentication")])
def test_the_choices_of_a_listener(value: str, path: str) -> None:
    assert get_path(set_paths(Settings(), {f"smtp.inbound.listeners.0.{path}": value}),
                    f"smtp.inbound.listeners.0.{path}") == value


def test_an_empty_document_is_the_defaults() -> None:
    assert parse("{}") == Settings()


def test_a_document_survives_the_round_trip() -> None:
    changed = set_paths(Settings(), CHANGES)
    assert parse(to_json(changed)) == changed
    assert "«" in to_json(changed)
    for path in CHANGES:
        assert set_paths(Settings(), {path: get_path(changed, path)}) == set_paths(Settings(), {path: CHANGES[path]})


def test_changes_take_plain_values_and_models() -> None:
    entry = PrivilegedRange(range="10.0.0.0/8")
    for value in ([entry], (entry,), [{"range": "10.0.0.0/8"}]):
        assert set_paths(Settings(), {"smtp.relay.privileged_ip_ranges": value}).smtp.relay.privileged_ip_ranges == (entry,)
    assert set_paths(Settings(), {"smtp": Smtp()}) == Settings()
    assert set_paths(Settings(), {"smtp.inbound": {"listeners": [Listener()]}}) == Settings()


BAD = [
    ("smtp.relay.enabled", "perhaps"), ("smtp.relay.enabled", None), ("smtp.relay.enabled", {}), ("smtp.relay.denial_reply",
    "rude"),
    ("smtp.relay.privileged_ip_ranges", "10.0.*"), ("smtp.relay.privileged_ip_ranges", [{"range": "10.0.4.9-10.0.4.1"}]),
    ("smtp.relay.privileged_ip_ranges", [{"range": ""}]), ("smtp.relay.privileged_ip_ranges", [{}]),
    ("smtp.relay.privileged_ip_ranges", ["*"]),
    ("smtp.relay.privileged_ip_ranges", [{"range": "*", "expires_at": "2026-01-01T00:00:00"}]),
    ("smtp.relay.privileged_ip_ranges", [{"range": "*", "expires_at": "tomorrow"}]),
    ("smtp.relay.privileged_ip_ranges", [{"range": "*", "until": None}]), ("smtp.relay.privileged_ip_ranges", [{"range": "*",
    "note": "x" * 501}]),
    ("smtp.general.hostname", "[10.0.0.1]"), ("smtp.general.hostname", "a b"), ("smtp.general.hostname", "a.\nb"),
    ("smtp.general.postmaster", "john"),
    ("smtp.general.dns_servers", ["dns.example"]), ("smtp.general.dns_servers", "9.9.9.9"), ("smtp.inbound.listeners",
    [{"port": 65536}]),
    ("smtp.inbound.listeners", [{"port": -1}]), ("smtp.inbound.listeners", [{"address": "localhost"}]),
    ("smtp.inbound.listeners", [LISTENER, LISTENER]),
    ("smtp.inbound.listeners", [{"tls": "ssl"}]), ("smtp.inbound.listeners", [{}] * 33), ("smtp.inbound.max_connections", 0),
    ("smtp.inbound.max_message_bytes", -1), ("smtp.inbound.max_message_bytes", 1.5), ("smtp.inbound.access_control",
    {"mode": "x"}),
    ("smtp.smart_host", {"enabled": True}), ("smtp.smart_host.port", 0), ("smtp.smart_host.host", "a b"),
    ("smtp.smart_host.host", "a\n"),
    ("smtp.smart_host", {"enabled": True, "host": "h.example", "authentication": "password"}),
    ("smtp.smart_host", {"enabled": True, "host": "h.example", "authentication": "oauth2", "username": "u"}),
    ("smtp.smart_host.oauth2.token_url", "http://login.example/token"), ("smtp.smart_host.username", "\ud800"),
    ("smtp.delivery.retry_minutes", []), ("smtp.delivery.retry_minutes", [0]), ("smtp.delivery.retry_minutes", [1] * 5),
    ("smtp.delivery.lifetime_hours", "long"), ("smtp.outbound.port", float("nan")), ("smtp.outbound.port", 10**400),
    ("smtp.outbound.port", object()),
    ("smtp.outbound.port", b"25"), ("smtp.blocked_addresses.senders", ["@"]), ("smtp.blocked_addresses.senders", [""]),
    ("smtp.blocked_addresses.senders", ["a b@c.example"]), ("smtp.relay", 5), ("smtp", None), ("smtp.relay", {"enable": True}),
]


@pytest.mark.parametrize(("path", "value"), BAD)
def test_a_bad_value_gives_one_sentence_that_names_the_setting(path: str, value: Any) -> None:
    before = Settings()
    with pytest.raises(SettingsError) as caught:
        set_paths(before, {"smtp.outbound.timeout_s": 7, path: value})
    sentence = str(caught.value)
    assert sentence.startswith(path)
    assert sentence.endswith((".", " more faults)"))
    assert "\n" not in sentence
    assert len(sentence) < 400
    assert before == Settings()


@pytest.mark.parametrize("path", ["", "smtp.relay.enable", "relay.enabled", "smtp.inbound.listeners.1",
                                  "smtp.inbound.listeners.-1",
                                  "smtp.inbound.listeners.²", "smtp.inbound.listeners.x.port", "smtp.relay.enabled.x",
                                  "smtp..relay", "."])
def test_an_unknown_path_gives_a_sentence(path: str) -> None:
    with pytest.raises(SettingsError, match=r"^There is no setting|is not a known setting"):
        set_paths(Settings(), {path: 1})


@pytest.mark.parametrize("changes", [
    {"smtp.inbound.listeners": [], "smtp.inbound.listeners.0.port": 26}, {"smtp.relay": 5, "smtp.relay.enabled": True},
    {"smtp.smart_host": "x", "smtp.smart_host.port": 26}, {"smtp.relay": {}, "smtp": [], "smtp.relay.enabled": True}])
def test_changes_that_exclude_each_other_give_a_sentence(changes: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match="after the other changes"):
        set_paths(Settings(), changes)


@pytest.mark.parametrize("document", ["", "nul", "[]", "null", "5", '{"smtp": 5}', '{"smpt": {}}',
                                      '{"smtp": {"relay": {"enabled": "?"}}}', "\ud800",
                                      '{"a":' * 3000, '{"smtp": {}} x'])
def test_a_bad_document_gives_a_sentence(document: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse(document)
    assert str(caught.value).endswith((".", "faults)"))
    assert "\n" not in str(caught.value)


def test_several_faults_are_counted() -> None:
    with pytest.raises(SettingsError, match=r"\(1 more faults\)$"):
        parse('{"smtp": {"outbound": {"port": 0, "timeout_s": 0}}}')


def test_differences_count_a_list_as_one_value() -> None:
    changed = set_paths(Settings(), {"smtp.delivery.retry_minutes": [1], "smtp.relay.enabled": False})
    assert differences(Settings(), changed) == {"smtp.relay.enabled": (True, False), "smtp.delivery.retry_minutes": ([15, 30,
    60, 240], [1])}
    assert differences(changed, changed) == {}


def test_merging_puts_mine_on_top_of_the_newest() -> None:
    base = set_paths(Settings(), {"smtp.outbound.port": 26, "smtp.outbound.timeout_s": 10})
    mine = set_paths(base, {"smtp.relay.enabled": False, "smtp.outbound.port": 27})
    newest = set_paths(base, {"smtp.outbound.port": 28, "smtp.outbound.timeout_s": 11, "smtp.general.hostname": "a.example"})
    result = merged(base, mine, newest)
    assert result == set_paths(newest, {"smtp.relay.enabled": False, "smtp.outbound.port": 27})
    assert merged(base, base, newest) == newest
    assert merged(base, mine, base) == mine


def test_merging_keeps_entries_that_somebody_else_has_added_to_a_list() -> None:
    def ranges(*texts: str) -> Settings:
        return set_paths(Settings(), {"smtp.relay.privileged_ip_ranges": [{"range": text} for text in texts]})

    result = merged(ranges("10.0.0.1", "10.0.0.2"), ranges("10.0.0.2", "10.0.0.3"), ranges("10.0.0.1", "10.0.0.2", "10.0.0.9"))
    assert [item.range for item in result.smtp.relay.privileged_ip_ranges] == ["10.0.0.2", "10.0.0.9", "10.0.0.3"]
    numbers = [set_paths(Settings(), {"smtp.delivery.retry_minutes": minutes}) for minutes in ([1, 2], [3, 2], [1, 4])]
    assert merged(*numbers).smtp.delivery.retry_minutes == (3, 2), "the order of numbers has a meaning: one value"


def test_a_merge_that_makes_no_sense_is_refused() -> None:
    base = set_paths(Settings(), {"smtp.smart_host.host": "h.example"})
    mine = set_paths(base, {"smtp.smart_host.enabled": True})
    with pytest.raises(SettingsError, match=r"^smtp\.smart_host: "):
        merged(base, mine, set_paths(base, {"smtp.smart_host.host": ""}))


def _sections(section: type[BaseModel], found: set[type[BaseModel]]) -> set[type[BaseModel]]:
    found.add(section)
    for item in section.model_fields.values():
        for kind in [item.annotation, *getattr(item.annotation, "__args__", ())]:
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                _sections(kind, found)
    return found


def test_every_setting_has_a_label_and_a_help_text() -> None:
    sections = _sections(Settings, set())
    assert {PrivilegedRange, Listener} <= sections
    for section in sections:
        for name, item in section.model_fields.items():
            assert label_of(section, name) != name
            is_section = isinstance(item.annotation, type) and issubclass(item.annotation, Section)
            assert is_section or help_of(section, name)


def test_the_document_can_not_be_changed_in_place() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().smtp.relay.enabled = False


def test_smart_hosts_that_differ_in_their_token_do_not_read_the_same() -> None:
    host = {"host": "h.example", "for_senders": ["a.example"], "authentication": "oauth2", "username": "u"}
    old, new = (set_paths(Settings(), {"smtp.smart_hosts": [
        {**host, "oauth2": {"token_url": "https://login.example/token", "client_id": client}}]}) for client in ("one", "two"))
    (_, _, came), (_, went, _) = difference_lines(old, new)
    assert came != went


@pytest.mark.parametrize(("base", "mine", "newest", "expected"), [
    ("ab", "ba", "abc", "bca"), ("ab", "xab", "abc", "xabc"), ("ab", "abx", "abc", "abcx"), ("ab", "abx", "bac", "bacx"),
    ("abc", "cb", "abcd", "cdb"), ("ab", "ba", "cab", "cba"), ("ab", "ba", "b", "b"), ("", "x", "y", "yx")])
def test_merging_keeps_an_order_that_i_have_chosen(base: str, mine: str, newest: str, expected: str) -> None:
    old, edited, new = (set_paths(Settings(), {"smtp.blocked_addresses.senders": [f"{sign}.example" for sign in signs]})
                        for signs in (base, mine, newest))
    found = merged(old, edited, new).smtp.blocked_addresses.senders
    assert "".join(sender[0] for sender in found) == expected
