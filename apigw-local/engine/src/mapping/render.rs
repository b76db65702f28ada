//! Rendering a mapping template.

use std::rc::Rc;

use indexmap::IndexMap;

use super::context::Context;
use super::functions::Util;
use super::input::Input;
use super::parameters::Parameters;
use crate::java::value::Value;
use crate::velocity::eval::Renderer;
use crate::velocity::{Template, TemplateError, TraceStep, names};

/// A mapping template.
///
/// ```
/// use apigw_engine::{MappingTemplate, TemplateInput};
///
/// let template = MappingTemplate::parse("#set($pet = $input.path('$.pet')){\"name\": \"$pet.name\"}")?;
/// let input = TemplateInput { body: "{\"pet\": {\"name\": \"Rex\"}}".to_owned(), ..TemplateInput::default() };
/// assert_eq!(template.render(&input)?, "{\"name\": \"Rex\"}");
/// # Ok::<(), apigw_engine::velocity::TemplateError>(())
/// ```
#[derive(Debug)]
pub struct MappingTemplate(Template);

/// What a mapping template is rendered with.
#[derive(Debug, Clone, Default)]
pub struct TemplateInput {
    /// `$input.body`: the body of the request, or of the backend's answer. Empty reads as `{}`.
    pub body: String,
    /// `$input.params()`.
    pub parameters: Parameters,
    /// `$context`.
    pub context: Context,
    /// `$stageVariables`.
    pub stage_variables: IndexMap<String, String>,
}

impl MappingTemplate {
    /// Reads a template.
    ///
    /// # Errors
    /// Velocity cannot read it, or it is too long. API Gateway stores such a template, and answers calls with status 500.
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        Template::parse(text).map(Self)
    }

    /// Renders the template. Overrides that it sets are in the context of `input` afterwards.
    ///
    /// # Errors
    /// A method fails, or a limit is reached. API Gateway answers such a call with status 500.
    pub fn render(&self, input: &TemplateInput) -> Result<String, TemplateError> {
        self.renderer(input).render()
    }

    /// Renders the template, and tells each step: what references give, what is set, which branches are taken. The first
    /// 10,000 steps are kept, also those before a failure.
    ///
    /// ```
    /// use apigw_engine::{MappingTemplate, TemplateInput};
    ///
    /// let template = MappingTemplate::parse("#set($n = $input.path('$.name'))Hello $n")?;
    /// let (rendered, steps) = template.trace(&TemplateInput::from("{\"name\": \"Ada\"}"));
    /// let steps: Vec<String> = steps.iter().map(|step| step.action.to_string()).collect();
    /// assert_eq!(rendered?, "Hello Ada");
    /// assert_eq!(steps, ["$input.path('$.name') is \"Ada\"", "$n becomes \"Ada\"", "$n is \"Ada\""]);
    /// # Ok::<(), apigw_engine::velocity::TemplateError>(())
    /// ```
    pub fn trace(&self, input: &TemplateInput) -> (Result<String, TemplateError>, Vec<TraceStep>) {
        let mut renderer = self.renderer(input);
        renderer.trace = Some(Box::default());
        let result = renderer.render();
        (result, renderer.trace.take().map(|trace| trace.steps).unwrap_or_default())
    }

    /// What renders the template, with the variables that it finds.
    fn renderer(&self, input: &TemplateInput) -> Renderer<'_> {
        let mut renderer = self.0.renderer();
        renderer.insert(names::INPUT, || Value::Object(Rc::new(Input::new(&input.body, input.parameters.clone()))));
        renderer.insert(names::UTIL, || Value::Object(Rc::new(Util)));
        renderer.insert(names::CONTEXT, || input.context.value());
        renderer.insert(names::STAGE_VARIABLES, || {
            let variables = input.stage_variables.iter();
            Value::map(variables.map(|(name, value)| (Value::text(name.as_str()), Value::text(value.as_str()))))
        });
        renderer
    }
}
