// What `model!` emits for `GetExport`. Checked by tests/tests/rust/expansions.rs.

#[automatically_derived]
impl ::apigw_model::__private::ErrorKind for ErrorKind {
    fn from_code(code: &str) -> Self {
        match code {
            "BadRequestException" => Self::BadRequest,
            "ConflictException" => Self::Conflict,
            "LimitExceededException" => Self::LimitExceeded,
            "NotFoundException" => Self::NotFound,
            "TooManyRequestsException" => Self::TooManyRequests,
            "UnauthorizedException" => Self::Unauthorized,
            _ => Self::Other,
        }
    }
}
