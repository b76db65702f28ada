//! A setter that there is not.

use apigw_model::DeleteStage;

fn main() {
    let _ = DeleteStage::builder().stage_nam("test");
}
