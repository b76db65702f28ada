//! A template as a whole.

use super::condition::{Assumption, assumptions};
use super::function::Resolver;
use super::parameter::{ChosenValue, choices};
use super::{MAX_DEPTH, authorizers, events, sam, table};
use crate::definition::{ApiDefinition, ParameterChoice, Shapes};
use crate::read::{NodeContent, SourceNode};
use crate::stack::{Stack, StackResource};

/// What the kinds of resources of the service begin with.
const SERVICE: &str = "AWS::ApiGateway::";

/// Whether a file is a template.
pub(crate) fn is_template(root: &SourceNode<'_>) -> bool {
    let resources = root.get("Resources").map(SourceNode::entries).unwrap_or_default();
    let kind = |resource: &SourceNode<'_>| resource.get("Type").and_then(SourceNode::text).map(str::to_owned);
    resources.iter().any(|(_, resource)| kind(resource).is_some_and(|kind| kind.contains("::")))
}

/// A template.
pub(crate) struct StackTemplate<'d, 't> {
    root: &'d SourceNode<'t>,
    shapes: &'static Shapes,
}

impl<'d, 't> StackTemplate<'d, 't> {
    pub(crate) fn new(root: &'d SourceNode<'t>, shapes: &'static Shapes) -> Self {
        Self { root, shapes }
    }

    /// What the resources of the template define, in each way that one of its conditions can go.
    pub(crate) fn definitions(&self) -> Vec<ApiDefinition> {
        let Some(resources) = self.root.get("Resources") else { return Vec::new() };
        let is_known = |(_, resource): &&(SourceNode<'t>, SourceNode<'t>)| {
            resource.get("Type").and_then(SourceNode::text).is_some_and(|kind| table().is_known(kind))
        };
        let known: Vec<_> = resources.entries().iter().filter(is_known).collect();
        let shared = self.shared(resources);

        let mut found = Vec::new();
        for assumed in assumptions(known.iter().map(|(_, resource)| resource)) {
            found.extend(self.defined(resources, &known, assumed, None, &shared));
        }

        // A resource that is not always there can be left out for some of the values.
        let is_certain = |(_, resource): &&&(SourceNode<'t>, SourceNode<'t>)| resource.get("Condition").is_none();
        let certain: Vec<_> = known.iter().filter(is_certain).copied().collect();
        for chosen in choices(self.root, &certain.iter().map(|(_, resource)| resource).collect::<Vec<_>>()) {
            let choice = ParameterChoice {
                parameter: chosen.parameter.to_owned(),
                value: chosen.value.to_owned(),
                of: chosen.of,
            };
            let defined = self.defined(resources, &certain, None, Some(chosen), &shared);
            found.extend(defined.into_iter().map(|api| ApiDefinition { choice: Some(choice.clone()), ..api }));
        }
        found
    }

    /// What some of the resources define, in one of the ways that the template can be deployed in.
    fn defined(
        &self,
        resources: &SourceNode<'t>,
        known: &[&(SourceNode<'t>, SourceNode<'t>)],
        assumed: Option<Assumption<'_>>,
        chosen: Option<ChosenValue<'_>>,
        shared: &[String],
    ) -> Vec<ApiDefinition> {
        let resolver = Resolver { resources, mappings: self.root.get("Mappings"), assumed, chosen };
        let mut found: Vec<_> =
            known.iter().flat_map(|(key, resource)| stack_resources(key, resource, resolver, assumed)).collect();
        events::add_documents(resources, resolver, assumed, &mut found);
        found.extend(self.globals(resolver));
        Stack::new(&found, table(), shared).definitions(self.shapes)
    }

    /// Whether the template has parts of APIs of this service.
    pub(crate) fn concerns_apis(&self) -> bool {
        let has_global = |(_, path): (&str, Vec<&str>)| self.root.at(&path).is_some();
        self.kinds().any(|kind| table().is_known(kind) || kind.starts_with(SERVICE))
            || table().globals().any(has_global)
            || self.root.get("Resources").is_some_and(events::has_methods)
    }

    /// Whether the template has HTTP APIs, which are another service.
    pub(crate) fn has_http_apis(&self) -> bool {
        self.kinds().any(|kind| table().is_left_alone(kind))
    }

    fn kinds(&self) -> impl Iterator<Item = &'d str> {
        let resources = self.root.get("Resources").map(SourceNode::entries).unwrap_or_default();
        resources.iter().filter_map(|(_, resource)| resource.get("Type")?.text())
    }

    /// A property of a resource, with its functions resolved as far as they are known.
    pub(crate) fn property(&self, resource: &str, name: &str) -> Option<SourceNode<'t>> {
        self.resolved(self.root.at(&["Resources", resource, "Properties", name])?)
    }

    /// A value of the template with its functions resolved as far as they are known; nothing if they remove it.
    pub(crate) fn resolved(&self, node: &SourceNode<'t>) -> Option<SourceNode<'t>> {
        self.resolver(self.root.get("Resources")?).resolve(node)
    }

    /// Whether a resource is an API of SAM.
    pub(crate) fn is_serverless_api(&self, resource: &str) -> bool {
        let kind = self.root.at(&["Resources", resource, "Type"]).and_then(SourceNode::text);
        kind.is_some_and(|kind| !table().authorizers(kind).is_empty())
    }

    /// What a property says of an API of SAM: that of all APIs of the template, and its own.
    pub(crate) fn setting(&self, resource: &str, property: &str) -> Option<SourceNode<'t>> {
        let mut globals = table().globals();
        let common = globals.find_map(|(_, path)| self.resolved(self.root.at(&path)?.get(property)?));
        let own = self.property(resource, property);
        match (common, own) {
            (Some(common), Some(own)) => Some(merged(common, own)),
            (common, own) => own.or(common),
        }
    }

    fn resolver<'n>(&'n self, resources: &'n SourceNode<'t>) -> Resolver<'n, 't> {
        Resolver { resources, mappings: self.root.get("Mappings"), assumed: None, chosen: None }
    }

    /// The documents that resources hold, by the names of these.
    pub(crate) fn bodies(&self) -> Vec<(String, SourceNode<'t>)> {
        let Some(resources) = self.root.get("Resources") else { return Vec::new() };
        let resolver = self.resolver(resources);
        let body = |(key, resource): &(SourceNode<'t>, SourceNode<'t>)| {
            let body = table().body(resource.get("Type")?.text()?)?;
            let body = resolver.resolve(resource.at(&["Properties", body])?)?;
            body.is_map().then(|| (key.text().unwrap_or_default().to_owned(), body))
        };
        resources.entries().iter().filter_map(body).collect()
    }

    /// What properties that resources have in common lead to.
    fn globals(&self, resolver: Resolver<'_, 't>) -> Vec<StackResource<'t>> {
        let mut found = Vec::new();
        for (kind, path) in table().globals() {
            let mut owner = None;
            let common = path.iter().try_fold(self.root, |node, name| {
                let (key, value) = node.entry(name)?;
                owner = Some(key);
                Some(value)
            });
            if let (Some(owner), Some(common)) = (owner, common) {
                found.extend(sam::requests(kind, owner, common, resolver));
                found.extend(authorizers::requests(kind, common, resolver));
            }
        }
        found
    }

    /// The resources that something outside of the template can add to.
    fn shared(&self, resources: &SourceNode<'t>) -> Vec<String> {
        // What a function makes resources of can be anything.
        if resources.entries().iter().any(|(key, _)| key.text().is_some_and(|key| key.starts_with("Fn::"))) {
            return resources.entries().iter().filter_map(|(key, _)| key.text().map(str::to_owned)).collect();
        }

        let is_stranger = |resource: &&SourceNode<'_>| {
            resource.get("Type").and_then(SourceNode::text).is_some_and(|kind| table().is_stranger(kind))
        };
        let strangers = resources.entries().iter().map(|(_, resource)| resource).filter(is_stranger);
        let outputs = self.root.get("Outputs").map(SourceNode::entries).unwrap_or_default();
        let exported = outputs.iter().filter_map(|(_, output)| output.get("Value"));
        let mut found = Vec::new();
        for node in strangers.chain(exported) {
            references(node, MAX_DEPTH, &mut found);
        }
        found
    }
}

/// A value of all APIs with that of one: entries of maps are merged, the items of a list come after those for all APIs, and
/// all else is replaced.
fn merged<'t>(common: SourceNode<'t>, own: SourceNode<'t>) -> SourceNode<'t> {
    let (span, tag) = (own.span(), own.tag.clone());
    match (common.content, own.content) {
        (NodeContent::Map(mut entries), NodeContent::Map(own)) => {
            for (key, value) in own {
                match entries.iter().position(|(known, _)| known.text() == key.text()) {
                    Some(at) => {
                        let (_, known) = entries.remove(at);
                        entries.push((key, merged(known, value)));
                    }
                    None => entries.push((key, value)),
                }
            }
            SourceNode::tagged(span, tag, NodeContent::Map(entries))
        }
        (NodeContent::List(mut items), NodeContent::List(own)) => {
            items.extend(own);
            SourceNode::tagged(span, tag, NodeContent::List(items))
        }
        (_, content) => SourceNode::tagged(span, tag, content),
    }
}

/// The names of resources that a value hands over: as a whole or with an attribute, and not as a part of a string.
fn references(node: &SourceNode<'_>, left: usize, found: &mut Vec<String>) {
    let name = match (node.tag.as_deref(), node.entries()) {
        (Some("Ref" | "GetAtt"), _) => Some(node),
        (None, [(key, argument)]) if matches!(key.text(), Some("Ref" | "Fn::GetAtt")) => Some(argument),
        _ => None,
    };
    let name = name.and_then(|name| name.text().or_else(|| name.items().first()?.text()));
    found.extend(name.and_then(|name| name.split('.').next()).map(str::to_owned));

    if matches!(node.tag.as_deref(), Some("Sub" | "Join")) || left == 0 {
        return;
    }
    node.items().iter().for_each(|item| references(item, left - 1, found));
    for (key, value) in node.entries() {
        if !matches!(key.text(), Some("Fn::Sub" | "Fn::Join")) {
            references(value, left - 1, found);
        }
    }
}

/// A resource, and those of its parts that are made on their own; nothing if a condition leaves it out.
fn stack_resources<'t>(
    key: &SourceNode<'t>,
    resource: &SourceNode<'t>,
    resolver: Resolver<'_, 't>,
    assumed: Option<Assumption<'_>>,
) -> Vec<StackResource<'t>> {
    let (Some(name), Some(kind)) = (key.text(), resource.get("Type").and_then(SourceNode::text)) else {
        return Vec::new();
    };
    let condition = resource.get("Condition").and_then(SourceNode::text);
    let known = assumed.filter(|assumed| Some(assumed.name) == condition);
    if known.is_some_and(|assumed| !assumed.holds) {
        return Vec::new();
    }

    let nothing = || SourceNode::map(Vec::new(), key.span());
    let properties = resource.get("Properties").map_or_else(|| Some(nothing()), |node| resolver.resolve(node));
    let Some(properties) = properties.filter(SourceNode::is_map) else { return Vec::new() };
    let whole = StackResource {
        kind: kind.to_owned(),
        name: name.to_owned(),
        label: name.to_owned(),
        span: key.span(),
        properties,
        is_conditional: condition.is_some() && known.is_none(),
        is_imported: false,
    };
    let mut found = parts(&whole);
    found.extend(sam::requests(kind, key, &whole.properties, resolver));
    found.extend(authorizers::requests(kind, &whole.properties, resolver));
    found.insert(0, whole);
    found
}

/// The parts of a resource that are requests of their own.
fn parts<'t>(whole: &StackResource<'t>) -> Vec<StackResource<'t>> {
    let mut found = Vec::new();
    for (kind, path) in table().parts(&whole.kind) {
        let mut span = whole.span;
        let node = path.iter().try_fold(&whole.properties, |node, name| {
            let (key, value) = node.entry(name)?;
            span = key.span();
            Some(value)
        });
        let Some(node) = node else { continue };
        let is_list = matches!(node.content, NodeContent::List(_));
        let items = if is_list { node.items() } else { std::slice::from_ref(node) };

        for (index, item) in items.iter().enumerate() {
            let inherited = table().inherited(&whole.kind).filter_map(|name| whole.properties.entry(name));
            let inherited = inherited.map(|(key, value)| (key.clone(), value.clone()));
            let content = match &item.content {
                NodeContent::Map(entries) => NodeContent::Map(entries.iter().cloned().chain(inherited).collect()),
                // Nothing is known of it but where it belongs.
                _ => NodeContent::Map(inherited.collect()),
            };
            let name = format!("{}.{}[{index}]", whole.name, path.join("."));
            found.push(StackResource {
                kind: kind.to_owned(),
                name,
                label: whole.label.clone(),
                span: if is_list { item.span() } else { span },
                properties: SourceNode::new(item.span(), content),
                is_conditional: whole.is_conditional || !item.is_map(),
                is_imported: false,
            });
        }
    }
    found
}
