# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers with one fault each, as people meet them: for a diagnosis that must name the fault, and for learning what it
looks like. None starts unless it is named (`--server ID`) or all are asked for (`--broken`)."""

from sshd import NO_PAM, Variant

PASSWORD = ("UsePAM yes", "PasswordAuthentication yes", "KbdInteractiveAuthentication no", "PubkeyAuthentication no")
QUESTIONS = ("UsePAM yes", "PasswordAuthentication no", "KbdInteractiveAuthentication yes", "PubkeyAuthentication no")


def fault(name: str, note: str, config: tuple[str, ...], **more) -> Variant:
    return Variant(name, 0, name, name, note, note, config, **more)


BROKEN = (
    fault("max-startups", "Turns everybody away while one login is under way.", (*NO_PAM, "MaxStartups 1:100:1"), key="ed25519"),
    fault("kex-mismatch", "Only a key exchange that few programs have.",
          (*NO_PAM, "KexAlgorithms sntrup761x25519-sha512@openssh.com"), key="ed25519"),
    fault("cipher-mismatch", "Only an old cipher.", (*NO_PAM, "Ciphers aes128-cbc"), key="ed25519"),
    fault("mac-mismatch", "Only a message authentication that few programs have.",
          (*NO_PAM, "Ciphers aes256-ctr", "MACs umac-64@openssh.com"), key="ed25519"),
    fault("host-key-mismatch", "Only host key signatures with SHA-1.", (*NO_PAM, "HostKeyAlgorithms ssh-rsa"), key="rsa", host_keys=("rsa",)),
    fault("key-type", "Takes RSA keys only.", (*NO_PAM, "PubkeyAcceptedAlgorithms rsa-sha2-512,rsa-sha2-256"), key="ed25519"),
    fault("key-list-writable", "Others may write to authorized_keys.", NO_PAM, key="ed25519",
          modes=((".ssh/authorized_keys", 0o666),)),
    fault("home-writable", "Others may write to the home folder.", NO_PAM, key="ed25519", modes=((".", 0o777),)),
    fault("strict", "A home folder with the right modes.", NO_PAM, key="ed25519", modes=((".", 0o755),)),
    fault("home-writable-password", "As home-writable, and takes the password.",
          ("UsePAM yes", "PasswordAuthentication yes", "KbdInteractiveAuthentication no"), asks=("password",),
          modes=((".", 0o777),)),
    fault("one-try", "Hangs up after the first failure.", (*NO_PAM, "MaxAuthTries 1"), key="ed25519"),
    fault("certificate-only", "Takes certificates only.", (*NO_PAM, "AuthorizedKeysFile none", "TrustedUserCAKeys {server}/user_ca.pub"),
          certificates=True),
    fault("no-shell", "The login shell is /bin/false.", NO_PAM, key="ed25519", shell="/bin/false"),
    fault("nologin", "The login shell is nologin.", NO_PAM, key="ed25519", shell="/usr/sbin/nologin"),
    fault("closed-for-work", "pam_nologin forbids every login.", PASSWORD, asks=("password",),
          pam=("account requisite {system}/pam_nologin.so file={folder}/nologin",), files=(("nologin", "Closed for work until noon.\n"),)),
    fault("account-expired", "The account has expired.", PASSWORD, asks=("password",),
          pam=("account requisite {system}/pam_debug.so acct=acct_expired",)),
    fault("password-expired", "The password must be changed.", PASSWORD, asks=("password",),
          pam=("account requisite {system}/pam_debug.so acct=new_authtok_reqd",)),
    fault("forced-command", "Runs one command and nothing else.", (*NO_PAM, "ForceCommand echo Backups only.; exit 0"), key="ed25519"),
    fault("not-allowed", "Lets in somebody else only.", ("UsePAM yes", "PasswordAuthentication yes", "KbdInteractiveAuthentication no", "AllowUsers nobody-else"),
          asks=("password",), key="ed25519"),
    fault("slow-question", "PAM waits before it asks.", QUESTIONS, asks=("password",),
          pam=("auth optional {system}/pam_exec.so /bin/sleep 4",)),
    fault("slow-password", "PAM waits before it decides.", PASSWORD, asks=("password",),
          pam=("account optional {system}/pam_exec.so /bin/sleep 4",)),
    fault("short-grace", "Two seconds for the login, which takes longer.", (*PASSWORD, "LoginGraceTime 2"), asks=("password",),
          pam=("auth optional {system}/pam_exec.so /bin/sleep 8",)),
    fault("no-terminal", "Gives no terminal.", (*NO_PAM, "PermitTTY no"), key="ed25519"),
    fault("no-forwarding", "Forwards nothing.", (*NO_PAM, "DisableForwarding yes"), key="ed25519"),
    fault("no-sftp", "Has no SFTP.", (*NO_PAM, "Subsystem none"), key="ed25519"),
    fault("no-sessions", "Opens no session.", (*NO_PAM, "MaxSessions 0"), key="ed25519"),
    fault("key-only", "Takes keys only.", (*NO_PAM, "AuthenticationMethods publickey"), key="ed25519"),
    fault("host-based", "Takes a proof that few programs have.", (*NO_PAM, "PubkeyAuthentication no", "HostbasedAuthentication yes")),
)  # yapf: disable
