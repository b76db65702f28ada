//! Nothing was given: every required member is named at `send`.

pub fn call(client: &apigw_client::Client) {
    let _ = client.delete_stage().send();
}

fn main() {}
