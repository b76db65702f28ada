//! Client certificates.

use apigw_model::{
    ClientCertificate, ClientCertificates, DeleteClientCertificate, GenerateClientCertificate, GetClientCertificate,
    GetClientCertificates, Nothing, Timestamp, UpdateClientCertificate,
};

use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::{Answer, refusal};
use crate::store::{State, page};

/// How long a certificate is valid, in seconds.
const VALID: i64 = 365 * 24 * 60 * 60;

/// What stands where the certificate would: no key is made, since nothing here is signed with one.
const PEM: &str = "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n";

pub(super) fn generate_client_certificate(
    state: &mut State,
    input: GenerateClientCertificate,
) -> Answer<ClientCertificate> {
    check_input(state, &input)?;
    let (id, now) = (state.ids.id(6), state.ids.now());
    let certificate = ClientCertificate::builder()
        .client_certificate_id(id.as_str())
        .maybe_description(input.description)
        .pem_encoded_certificate(PEM)
        .created_date(now)
        .expiration_date(Timestamp { seconds: now.seconds + VALID, nanoseconds: 0 })
        .maybe_tags(input.tags)
        .build();
    state.certificates.insert(id, certificate.clone());
    Ok(certificate)
}

fn find<'s>(state: &'s State, id: &str) -> Answer<&'s ClientCertificate> {
    state.certificates.get(id).ok_or_else(|| refusal("certificate-id-unknown", &[]))
}

pub(super) fn get_client_certificate(state: &mut State, input: GetClientCertificate) -> Answer<ClientCertificate> {
    find(state, &input.client_certificate_id).cloned()
}

pub(super) fn get_client_certificates(state: &mut State, input: GetClientCertificates) -> Answer<ClientCertificates> {
    let all = state.certificates.iter().map(|(id, certificate)| (id.clone(), certificate.clone()));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(ClientCertificates::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_client_certificate(
    state: &mut State,
    input: UpdateClientCertificate,
) -> Answer<ClientCertificate> {
    let certificate = find(state, &input.client_certificate_id)?.clone();
    check_input(state, &input)?;
    let certificate = patched(&certificate, &input.patch_operations.unwrap_or_default())?;
    state.certificates.insert(input.client_certificate_id, certificate.clone());
    Ok(certificate)
}

pub(super) fn delete_client_certificate(state: &mut State, input: DeleteClientCertificate) -> Answer<Nothing> {
    find(state, &input.client_certificate_id)?;
    state.certificates.remove(&input.client_certificate_id);
    Ok(Nothing)
}
