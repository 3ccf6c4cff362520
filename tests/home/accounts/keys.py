"""A telephone in software: makes passkeys and answers challenges as an authenticator does, honestly or not."""

import json
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.urls import reverse
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

HOST = "localhost"
ADD, SIGN_IN, LIST = (reverse(f"mfa_{name}_webauthn") for name in ("add", "login", "list"))
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


class Phone:
    def __init__(self, *, origin=f"https://{HOST}", rp=HOST):
        self.origin, self.rp, self.id, self.user = origin, rp, b"a-credential-id!", ""
        self.key = ec.generate_private_key(ec.SECP256R1())

    def add_to(self, client, *, flags=PRESENT | VERIFIED, **posted):
        options = ask(client, ADD)["publicKey"]
        self.user = options["user"]["id"]
        told = self.tell("webauthn.create", options["challenge"])
        credential = AttestedCredentialData.create(
            Aaguid.NONE, self.id, ES256.from_cryptography_key(self.key.public_key())
        )
        data = AuthenticatorData.create(self.rp_hash, flags | ATTESTED, 0, credential)
        attestation = AttestationObject.create("none", data, {})
        response = {"clientDataJSON": websafe_encode(told), "attestationObject": websafe_encode(attestation)}
        return send(client, ADD, self.credential(response), **posted)

    def sign_in(self, client, *, flags=PRESENT | VERIFIED, challenge=None, **posted):
        options = ask(client, SIGN_IN)["publicKey"]
        told = self.tell("webauthn.get", challenge or options["challenge"])
        return send(client, SIGN_IN, self.credential(self.answer(told, flags)), **posted)

    def answer(self, told, flags):
        data = AuthenticatorData.create(self.rp_hash, flags, 0)
        signature = self.key.sign(data + sha256(told).digest(), ec.ECDSA(SHA256()))
        said = {"clientDataJSON": told, "authenticatorData": data, "signature": signature}
        return {**{name: websafe_encode(value) for name, value in said.items()}, "userHandle": self.user}

    def credential(self, response):
        own = websafe_encode(self.id)
        return {"id": own, "rawId": own, "type": "public-key", "response": response, "clientExtensionResults": {}}

    def tell(self, kind, challenge):
        return CollectedClientData.create(kind, challenge, self.origin)

    @property
    def rp_hash(self):
        return sha256(self.rp.encode()).digest()


def ask(client, address):
    return client.get(address, headers={"Accept": "application/json", "Host": HOST}).json()


def send(client, address, credential, **posted):
    told = credential if isinstance(credential, str) else json.dumps(credential)
    return client.post(address, {"credential": told, **posted}, headers={"Host": HOST})
