//! A mistyped operation is named at its token; the others still come out.

apigw_model::model!(operations = [PutIntegraton, GetAccount]);

fn main() {
    let _ = GetAccount::builder().build();
}
