//! An episode: one client, one world, and some calls at a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use apigw_client::{CallError, Client, Credentials, Environment, Validation};
use aws_credential_types::provider::{ProvideCredentials, error::CredentialsError, future};
use tokio::runtime::{Builder, Handle};
use tokio::time::timeout;

use crate::dice::Dice;
use crate::history::{Call, Ending, Tally};
use crate::network::{Network, World};
use crate::plan::Plan;

/// How many calls an episode has.
pub(crate) const CALLS: u64 = 50;

/// A call that takes longer does not end.
const FOREVER: Duration = Duration::from_hours(24);

/// Plays an episode, and returns what was wrong and the digest of all that happened, which is added to a tally.
pub(crate) fn play(plan: &Plan, tally: &mut Tally) -> (Vec<String>, u64) {
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let world = World::new(plan);
        let client = client(&world);
        let (numbers, mut dice) = (Arc::new(AtomicU64::new(0)), Dice::new(plan.seed ^ 0x5a5a));
        let workers: Vec<_> = (0..plan.workers)
            .map(|_| tokio::spawn(work(client.clone(), Arc::clone(&world), Arc::clone(&numbers), dice.fork())))
            .collect();
        for worker in workers {
            worker.await.unwrap();
        }

        drop(client);
        // A task that is over ends when the scheduler comes to it.
        tokio::task::yield_now().await;
        let (mut faults, digest) = world.finish(tally);
        let tasks = Handle::current().metrics().num_alive_tasks();
        if tasks > 0 {
            faults.push(format!("{tasks} tasks are left"));
        }
        (faults, digest)
    })
}

fn client(world: &Arc<World>) -> Client {
    let plan = &world.plan;
    let mut builder = Client::builder()
        .environment(Environment::empty())
        .region("us-east-1")
        .transport(Network(Arc::clone(world)))
        .retry(plan.policy())
        .pacing(plan.pacing)
        .body_limit(plan.body_limit)
        .validation(Validation::Off)
        .jitter_seed(plan.seed);
    if let Some(limit) = plan.attempt_timeout {
        builder = builder.attempt_timeout(limit);
    }
    if let Some(limit) = plan.call_timeout {
        builder = builder.timeout(limit);
    }
    let builder = if plan.signed { builder.credentials_provider(Keys(Arc::clone(world))) } else { builder.unsigned() };
    builder.build().unwrap()
}

/// Gives the credentials that the server knows.
struct Keys(Arc<World>);

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys")
    }
}

impl ProvideCredentials for Keys {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let credentials = Credentials::new(format!("AKID{}", self.0.key()), "secret", None, None, "test");
        future::ProvideCredentials::ready(Ok::<_, CredentialsError>(credentials))
    }
}

/// Makes calls until the episode has enough.
async fn work(client: Client, world: Arc<World>, numbers: Arc<AtomicU64>, mut dice: Dice) {
    loop {
        let number = numbers.fetch_add(1, Ordering::Relaxed);
        if number >= CALLS {
            return;
        }
        let kind = dice.below(4);
        let (creates, reads_json, streams) = (kind == 1, kind < 2, kind == 3);
        world.begin(number, Call { creates, reads_json, streams, attempts: Vec::new(), ending: None });
        let patience = if dice.happens(world.plan.faults.cancelled) { dice.millis(3000) } else { FOREVER };
        let ending = match timeout(patience, call(&client, kind, number)).await {
            Ok(Ok(())) => Ending::Success,
            Ok(Err(error)) => Ending::Failure(error),
            Err(_) if patience == FOREVER => continue,
            Err(_) => Ending::Cancelled,
        };
        world.with_call(number, |call| call.ending = Some(ending));
    }
}

/// One call: that reads, that creates, that deletes, or whose reply is read as it arrives.
async fn call(client: &Client, kind: u64, number: u64) -> Result<(), CallError> {
    let id = number.to_string();
    match kind {
        0 => {
            let api = client.get_rest_api().rest_api_id(&id).send().await.map_err(|error| error.with_kind(|_| ()))?;
            assert_eq!(api.id, Some(id), "the reply to another call");
        }
        1 => {
            let api = client.create_rest_api().name(&id).send().await.map_err(|error| error.with_kind(|_| ()))?;
            assert_eq!(api.id, Some(id), "the reply to another call");
        }
        2 => {
            client.delete_rest_api().rest_api_id(&id).send().await.map_err(|error| error.with_kind(|_| ()))?;
        }
        _ => {
            let export = client.get_export().rest_api_id(&id).stage_name("s").export_type("oas30");
            let mut export = export.stream().await.map_err(|error| error.with_kind(|_| ()))?;
            while export.body.chunk().await?.is_some() {}
        }
    }
    Ok(())
}
