//! API keys and usage plans.

use indexmap::IndexMap;
use serde_json::Value;

use super::integration::{InvalidDefinition, invalid, text};

/// An API key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallerKey {
    /// Its identifier.
    pub id: String,
    /// What callers send.
    pub value: String,
    /// Whether it lets anybody in.
    pub is_enabled: bool,
}

/// The keys and the plans of an account. They are no part of a deployment: a change acts at once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plans {
    /// The keys.
    pub keys: Vec<CallerKey>,
    /// The plans.
    pub plans: Vec<Plan>,
}

/// A usage plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// Its identifier.
    pub id: String,
    /// The identifiers of the keys that have it.
    pub keys: Vec<String>,
    /// The stages that it is for.
    pub stages: Vec<PlanStage>,
    /// How often each key may call.
    pub throttle: Option<Throttle>,
    /// How many calls each key has.
    pub quota: Option<Quota>,
}

/// A stage in a plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlanStage {
    /// The identifier of the API.
    pub api: String,
    /// The name of the stage.
    pub stage: String,
    /// How often each key may call single methods, by path and method, as `/pets/GET`.
    pub throttles: IndexMap<String, Throttle>,
}

/// How often something may be called.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Throttle {
    /// Calls in a second, on average.
    pub rate: f64,
    /// Calls at once.
    pub burst: f64,
}

/// How many calls there are in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// The number of calls.
    pub limit: u64,
    /// The day on which a period begins, from 0: of a week, from Sunday.
    pub offset: u32,
    /// How long a period is.
    pub period: Period,
}

/// How long a quota is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// A day, from midnight UTC.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
}

impl CallerKey {
    /// Reads a key as the service's API has it.
    pub fn from_json(value: &Value) -> Self {
        Self {
            id: text(value, "id").unwrap_or_default(),
            value: text(value, "value").unwrap_or_default(),
            is_enabled: value.get("enabled") == Some(&Value::Bool(true)),
        }
    }
}

impl Plan {
    /// Reads a plan as the service's API has it. Its keys are not in it.
    ///
    /// ```
    /// use apigw_engine::api::Plan;
    ///
    /// let plan = Plan::from_json(&serde_json::json!({
    ///     "id": "p", "apiStages": [{"apiId": "a", "stage": "prod"}],
    ///     "throttle": {"rateLimit": 10.0, "burstLimit": 2}, "quota": {"limit": 100, "period": "WEEK", "offset": 1},
    /// }))?;
    /// assert_eq!(plan.throttle.map(|throttle| throttle.burst), Some(2.0));
    /// # Ok::<(), apigw_engine::api::InvalidDefinition>(())
    /// ```
    ///
    /// # Errors
    /// The period of the quota has none of its values.
    pub fn from_json(value: &Value) -> Result<Self, InvalidDefinition> {
        let stages = value.get("apiStages").and_then(Value::as_array).into_iter().flatten();
        Ok(Self {
            id: text(value, "id").unwrap_or_default(),
            keys: Vec::new(),
            stages: stages.map(PlanStage::from_json).collect(),
            throttle: value.get("throttle").and_then(Throttle::from_json),
            quota: value.get("quota").map(Quota::from_json).transpose()?,
        })
    }

    /// The stage in the plan; nothing if the plan is not for it.
    pub(crate) fn stage(&self, api: &str, stage: &str) -> Option<&PlanStage> {
        self.stages.iter().find(|known| known.api == api && known.stage == stage)
    }
}

impl PlanStage {
    fn from_json(value: &Value) -> Self {
        let throttles = value.get("throttle").and_then(Value::as_object).into_iter().flatten();
        Self {
            api: text(value, "apiId").unwrap_or_default(),
            stage: text(value, "stage").unwrap_or_default(),
            throttles: throttles.filter_map(|(key, value)| Some((key.clone(), Throttle::from_json(value)?))).collect(),
        }
    }
}

impl Throttle {
    /// Reads limits as the service's API has them: `rateLimit`, `burstLimit`. Without a rate there is no limit, and without
    /// a burst that of one second.
    pub fn from_json(value: &Value) -> Option<Self> {
        let rate = value.get("rateLimit").and_then(Value::as_f64)?;
        let burst = value.get("burstLimit").and_then(Value::as_f64).unwrap_or(rate.max(1.0));
        Some(Self { rate, burst })
    }
}

impl Quota {
    fn from_json(value: &Value) -> Result<Self, InvalidDefinition> {
        let number = |name: &str| value.get(name).and_then(Value::as_u64).unwrap_or(0);
        let period = match text(value, "period").as_deref() {
            Some("DAY") => Period::Day,
            Some("WEEK") => Period::Week,
            Some("MONTH") => Period::Month,
            other => return invalid("period", other, "DAY, WEEK or MONTH"),
        };
        Ok(Self { limit: number("limit"), offset: u32::try_from(number("offset")).unwrap_or(0), period })
    }
}

/// The limits that are for a method, in a map by path and method; `*` stands for all paths and for all methods.
///
/// The keys are those of usage plans, `/pets/GET`, or of the settings of a stage, `pets/GET` and `*/*`.
pub(crate) fn throttle_of<'a>(
    throttles: &'a IndexMap<String, Throttle>,
    path: &str,
    method: &str,
) -> Option<(&'a str, Throttle)> {
    let own = |key: &str| {
        let (known, verb) = key.rsplit_once('/')?;
        let known = known.replace("~1", "/").replace("~0", "~");
        let is_path = known.trim_matches('/') == path.trim_matches('/');
        (is_path && verb == method).then_some(())
    };
    let exact = throttles.iter().find(|(key, _)| own(key).is_some());
    exact.or_else(|| throttles.get_key_value("*/*")).map(|(key, throttle)| (key.as_str(), *throttle))
}
