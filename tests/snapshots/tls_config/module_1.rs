// What `model!` emits for `TlsConfig`. Checked by tests/tests/rust/expansions.rs.

#[allow(unused_imports)]
use super::*;
/// Builds a [`TlsConfig`](super::TlsConfig). The type parameters, one a member, say what was given; name the type by [`Start`] if at all.
#[must_use = "a builder does nothing until it is finished"]
pub struct Builder<G0, F = ()> {
    value: super::TlsConfig,
    finish: F,
    state: ::core::marker::PhantomData<(G0,)>,
}
/// The builder at its start: nothing was given.
pub type Start<F = ()> = Builder<::apigw_model::__private::Unset, F>;
impl<F> Builder<::apigw_model::__private::Unset, F> {
    /// Starts without members; `finish` is what takes the finished value, `()` for nothing.
    pub fn start(finish: F) -> Self {
        Self {
            value: ::apigw_model::__private::Placeholder::placeholder(),
            finish,
            state: ::core::marker::PhantomData,
        }
    }
}
impl<SInsecureSkipVerification, F> Builder<SInsecureSkipVerification, F> {
    /// Whether to accept a certificate that no supported certificate authority issued; `false` by default. Not recommended, but it lets a back end use a certificate that is self-signed or comes from a private authority. Basic checks still happen: expiry date, host name, and that there is a root certificate authority. Supported for `HTTP` and `HTTP_PROXY` only.
    pub fn insecure_skip_verification(
        mut self,
        value: bool,
    ) -> Builder<::apigw_model::__private::Set, F>
    where
        SInsecureSkipVerification: ::apigw_model::__private::NotGiven,
    {
        self.value.insecure_skip_verification = ::core::option::Option::Some(value);
        self.__after()
    }
    /// Like [`insecure_skip_verification`](Self::insecure_skip_verification), if there is a value.
    pub fn maybe_insecure_skip_verification(
        mut self,
        value: ::core::option::Option<bool>,
    ) -> Builder<::apigw_model::__private::Maybe, F>
    where
        SInsecureSkipVerification: ::apigw_model::__private::NotGiven,
    {
        self.value.insecure_skip_verification = value;
        self.__after()
    }
}
impl<G0, F> Builder<G0, F> {
    /// The finished value. It compiles once every required member was given.
    pub fn build(self) -> super::TlsConfig {
        self.value
    }
}
impl<G0, F> Builder<G0, F> {
    fn __after<N0>(self) -> Builder<N0, F> {
        Builder {
            value: self.value,
            finish: self.finish,
            state: ::core::marker::PhantomData,
        }
    }
    /// The type of a field of a custom structure.
    #[doc(hidden)]
    pub fn __field<T>(&self, field: &T) -> ::apigw_model::__private::FieldType<T> {
        ::apigw_model::__private::FieldType::of(field)
    }
    /// The value as far as it was given, for macros that reported what is missing.
    #[doc(hidden)]
    pub fn __unchecked(self) -> super::TlsConfig {
        self.value
    }
    /// The builder of a value to be changed: nothing is missing.
    #[doc(hidden)]
    pub fn __from(
        self,
        value: super::TlsConfig,
    ) -> Builder<::apigw_model::__private::Maybe<::apigw_model::__private::Base>, F> {
        Builder {
            value,
            finish: self.finish,
            state: ::core::marker::PhantomData,
        }
    }
}
