//! A specification's tables as tokens: the values that `apigw-spec` describes, quoted into statics.

use apigw_spec::secrecy::Secrecy;
use apigw_spec::shape::{Text, TimestampFormat, Values};
use apigw_spec::{
    Auth, Binding, Checksum, Handling, Kind, Member, Operation, Pagination, Quota, Repeat, Service, Shape, Target,
};
use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::unsupported;
use crate::names::{self, Names};

/// Quotes tables; `spec` is the path of the specification's types.
pub(crate) struct Quote<'a> {
    /// The names of the statics that tables refer to.
    pub(crate) names: &'a Names,
    /// The path of the specification's types.
    pub(crate) spec: TokenStream,
}

impl Quote<'_> {
    /// The static of a shape.
    pub(crate) fn shape(&self, shape: &Shape) -> TokenStream {
        let (spec, name, id) = (&self.spec, self.names.table(shape.id), shape.id);
        let kind = self.kind(&shape.kind);
        quote!(pub static #name: #spec::Shape = #spec::Shape { id: #id, kind: #kind };)
    }

    /// The static of an operation; `SERVICE` is beside it.
    pub(crate) fn operation(&self, operation: &Operation) -> TokenStream {
        let spec = &self.spec;
        let static_name = self.names.table(operation.name);
        let Operation { name, method, uri, status, .. } = operation;
        let input = self.target(operation.input);
        let output = option(operation.output.map(|output| self.target(output)));
        let errors = operation.errors.iter().map(|error| self.target(*error));
        let pagination = option(operation.pagination.map(|pagination| self.pagination(pagination)));
        let quota = self.quota(operation.quota);
        let handling = self.handling(operation.handling);
        let Repeat { is_safe, reason } = operation.repeat;
        quote! {
            pub static #static_name: #spec::Operation = #spec::Operation {
                name: #name, service: &SERVICE, method: #method, uri: #uri, status: #status,
                input: #input, output: #output, errors: &[#(#errors),*], pagination: #pagination,
                quota: #quota, handling: #handling,
                repeat: #spec::Repeat { is_safe: #is_safe, reason: #reason },
            };
        }
    }

    fn handling(&self, handling: Handling) -> TokenStream {
        let spec = &self.spec;
        if handling == Handling::PLAIN {
            return quote!(#spec::Handling::PLAIN);
        }

        let Handling { unsigned_payload, compressed, .. } = handling;
        let checksum = option(handling.checksum.map(|checksum| match checksum {
            Checksum::Md5 => quote!(#spec::Checksum::Md5),
            Checksum::Crc32 => quote!(#spec::Checksum::Crc32),
            ref other => unsupported(other),
        }));
        let host_prefix = option(handling.host_prefix.map(|prefix| quote!(#prefix)));
        let token = option(handling.token.map(|token| quote!(#token)));
        let media_type = option(handling.media_type.map(|media_type| quote!(#media_type)));
        let auth = match handling.auth {
            Auth::SigV4 => quote!(#spec::Auth::SigV4),
            Auth::Bearer => quote!(#spec::Auth::Bearer),
            Auth::None => quote!(#spec::Auth::None),
            other => unsupported(&other),
        };
        quote! {
            #spec::Handling {
                host_prefix: #host_prefix, token: #token, auth: #auth, unsigned_payload: #unsigned_payload,
                checksum: #checksum, compressed: #compressed, media_type: #media_type,
            }
        }
    }

    /// The static `SERVICE`.
    pub(crate) fn service(&self, service: &Service) -> TokenStream {
        let spec = &self.spec;
        let Service { sdk_id, version, title, signing_name, endpoint_prefix, quota } = service;
        let quota = self.quota(*quota);
        quote! {
            pub static SERVICE: #spec::Service = #spec::Service {
                sdk_id: #sdk_id, version: #version, title: #title, signing_name: #signing_name,
                endpoint_prefix: #endpoint_prefix, quota: #quota,
            };
        }
    }

    fn quota(&self, quota: Option<Quota>) -> TokenStream {
        let spec = &self.spec;
        option(quota.map(|Quota { calls, seconds }| quote!(#spec::Quota { calls: #calls, seconds: #seconds })))
    }

    fn pagination(&self, pagination: Pagination) -> TokenStream {
        let spec = &self.spec;
        let Pagination { input_token, output_token, items, page_size } = pagination;
        let page_size = option(page_size.map(|member| quote!(#member)));
        quote! {
            #spec::Pagination {
                input_token: #input_token, output_token: #output_token, items: #items, page_size: #page_size,
            }
        }
    }

    fn kind(&self, kind: &Kind) -> TokenStream {
        let spec = &self.spec;
        match *kind {
            Kind::Boolean => quote!(#spec::Kind::Boolean),
            Kind::Integer => quote!(#spec::Kind::Integer),
            Kind::Long => quote!(#spec::Kind::Long),
            Kind::Double => quote!(#spec::Kind::Double),
            Kind::Blob => quote!(#spec::Kind::Blob),
            Kind::Timestamp(format) => {
                let format = self.timestamp_format(format);
                quote!(#spec::Kind::Timestamp(#format))
            }
            Kind::String(text) => {
                let text = self.text(text);
                quote!(#spec::Kind::String(#text))
            }
            Kind::List(item) => {
                let item = self.target(item);
                quote!(#spec::Kind::List(#item))
            }
            Kind::Map { key, value } => {
                let (key, value) = (self.target(key), self.target(value));
                quote!(#spec::Kind::Map { key: #key, value: #value })
            }
            Kind::Structure(structure) => {
                let members = structure.members.iter().map(|member| self.member(member));
                let error = option(structure.error.map(|status| quote!(#status)));
                let rules = self.rules(structure.rules);
                quote! {
                    #spec::Kind::Structure(#spec::Structure {
                        members: &[#(#members),*], rules: #rules, error: #error,
                    })
                }
            }
            Kind::Union(union) => {
                let members = union.members.iter().map(|member| self.member(member));
                let rules = self.rules(union.rules);
                quote! {
                    #spec::Kind::Union(#spec::Structure {
                        members: &[#(#members),*], rules: #rules, error: ::core::option::Option::None,
                    })
                }
            }
            Kind::Document => quote!(#spec::Kind::Document),
            ref other => unsupported(other),
        }
    }

    fn timestamp_format(&self, format: TimestampFormat) -> TokenStream {
        let spec = &self.spec;
        match format {
            TimestampFormat::EpochSeconds => quote!(#spec::shape::TimestampFormat::EpochSeconds),
            TimestampFormat::DateTime => quote!(#spec::shape::TimestampFormat::DateTime),
            TimestampFormat::HttpDate => quote!(#spec::shape::TimestampFormat::HttpDate),
        }
    }

    fn text(&self, text: Text) -> TokenStream {
        let spec = &self.spec;
        let values = match text.values {
            Values::Open => quote!(#spec::shape::Values::Open),
            Values::Modeled(values) => quote!(#spec::shape::Values::Modeled(&[#(#values),*])),
            Values::Documented(values) => quote!(#spec::shape::Values::Documented(&[#(#values),*])),
        };
        let pattern = option(text.pattern.map(|pattern| quote!(#pattern)));
        let dated = option(text.dated.map(|date| quote!(#date)));
        quote!(#spec::shape::Text { values: #values, pattern: #pattern, dated: #dated })
    }

    fn member(&self, member: &Member) -> TokenStream {
        let spec = &self.spec;
        let Member { name, wire_name, required, .. } = member;
        let secrecy = secrecy(member.secrecy);
        let target = self.target(member.target);
        let binding = self.binding(member.binding);
        quote! {
            #spec::Member {
                name: #name, wire_name: #wire_name, target: #target, required: #required, binding: #binding,
                secrecy: #secrecy,
            }
        }
    }

    fn binding(&self, binding: Binding) -> TokenStream {
        let spec = &self.spec;
        match binding {
            Binding::Body => quote!(#spec::Binding::Body),
            Binding::Label => quote!(#spec::Binding::Label),
            Binding::Query(name) => quote!(#spec::Binding::Query(#name)),
            Binding::QueryMap => quote!(#spec::Binding::QueryMap),
            Binding::Header(name) => quote!(#spec::Binding::Header(#name)),
            Binding::EncodedHeader(name) => quote!(#spec::Binding::EncodedHeader(#name)),
            Binding::PrefixHeaders(prefix) => quote!(#spec::Binding::PrefixHeaders(#prefix)),
            Binding::Payload => quote!(#spec::Binding::Payload),
            Binding::Events => quote!(#spec::Binding::Events),
            Binding::EventHeader => quote!(#spec::Binding::EventHeader),
            Binding::EventPayload => quote!(#spec::Binding::EventPayload),
            Binding::StatusCode => quote!(#spec::Binding::StatusCode),
        }
    }

    fn target(&self, target: Target) -> TokenStream {
        let (spec, name) = (&self.spec, self.names.table(target.shape().id));
        let or_null = target.is_nullable().then(|| quote!(.or_null()));
        quote!(#spec::Target::to(&#name) #or_null)
    }
}

/// How secret a value is, as tokens.
pub(super) fn secrecy(secrecy: Secrecy) -> TokenStream {
    let variant = names::unit_variant(&secrecy);
    quote!(Secrecy::#variant)
}

/// An option as tokens.
pub(super) fn option(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}
