//! Nothing was given: every required member is named.

use apigw_model::DeleteStage;

fn main() {
    let _ = DeleteStage::builder().build();
}
