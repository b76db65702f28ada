//! Sending asks for the same members as building.

use apigw_model::{DeleteStage, Finish, Operation};

struct Client;

impl<I: Operation> Finish<I> for Client {
    type Reply = ();
    fn finish(self, _input: I) {}
}

fn main() {
    apigw_model::delete_stage::Builder::start(Client).rest_api_id("a").send();
    let _ = DeleteStage::builder().rest_api_id("a").stage_name("b").build();
}
