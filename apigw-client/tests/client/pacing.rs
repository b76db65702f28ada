//! Calls that wait their turn.

use std::time::Duration;

use apigw_client::{CallOptions, Client};
use apigw_model::OPERATIONS;

use crate::script::{Script, Step};

const OK: Step = Step::Answer(200, &[("content-type", "application/json")], "{}");

async fn create(client: &Client) {
    client.create_resource().rest_api_id("x").parent_id("y").path_part("z").send().await.unwrap();
}

#[test]
fn quotas_are_data() {
    let quota = |name: &str| {
        let operation = OPERATIONS.iter().find(|operation| operation.name == name).unwrap();
        operation.quota.map(|quota| (quota.calls, quota.seconds))
    };
    assert_eq!(quota("CreateDeployment"), Some((1, 5)));
    assert_eq!(quota("CreateResource"), Some((5, 1)));
    assert_eq!(quota("PutIntegration"), None);
    assert_eq!(OPERATIONS[0].service.quota.map(|quota| (quota.calls, quota.seconds)), Some((40, 4)));
}

#[tokio::test(start_paused = true)]
async fn calls_keep_within_the_quota_of_their_operation_if_that_is_wanted() {
    let script = Script::new(&[OK]);
    let client = script.builder().pacing(true).build().unwrap();
    for _ in 0..16 {
        create(&client.clone()).await;
    }
    let times = script.times();
    assert_eq!(times[4], Duration::ZERO);
    assert!(times.windows(6).all(|window| window[5] - window[0] >= Duration::from_millis(200)), "{times:?}");
    assert!(times[15] >= Duration::from_millis(2200) && times[15] < Duration::from_millis(2400), "{times:?}");
    create(&client.with(CallOptions::new().pacing(false))).await;
    assert!(script.times()[16] - script.times()[15] < Duration::from_millis(10));
}

#[tokio::test(start_paused = true)]
async fn a_thousand_calls_at_once_keep_within_the_quota_of_the_service() {
    let script = Script::new(&[OK]);
    let client = script.builder().pacing(true).build().unwrap();
    let calls = (0..1000).map(|_| tokio::spawn(client.get_account().send())).collect::<Vec<_>>();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let times = script.times();
    assert_eq!(times.len(), 1000);
    assert!(times.windows(41).all(|window| window[40] - window[0] >= Duration::from_millis(100)));
    assert!(times[999] >= Duration::from_millis(95_900) && times[999] < Duration::from_secs(97), "{:?}", times[999]);
}

#[tokio::test(start_paused = true)]
async fn nothing_waits_if_pacing_is_not_wanted() {
    let script = Script::new(&[OK]);
    let client = script.builder().build().unwrap();
    for _ in 0..100 {
        create(&client).await;
    }
    assert_eq!(script.times()[99], Duration::ZERO);
}
