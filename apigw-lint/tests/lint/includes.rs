//! Files that a template includes: what is wrong in them is found there, and those that are not there are unknown.

use apigw_lint::{FileReport, FilesBeside, Linter};

/// Files by their paths.
struct Files<'f>(&'f [(&'f str, &'f str)]);

impl FilesBeside for Files<'_> {
    fn module(&self) -> Option<Vec<String>> {
        None
    }

    fn file(&self, path: &str) -> Option<String> {
        self.0.iter().find(|(known, _)| *known == path).map(|(_, text)| (*text).to_owned())
    }
}

const DOCUMENT: &str = "openapi: 3.0.1\ninfo: {title: pets, version: '1'}\npaths:\n  /pets:\n    get:\n      responses: {}\n      \
                        x-amazon-apigateway-integration:\n        type: http\n        httpMethod: GET\n        uri: example.com\n";

fn linted(template: &str, files: &[(&str, &str)]) -> FileReport {
    Linter::new().lint_beside(template, &Files(files)).unwrap_or_else(|error| panic!("{error} in {template}"))
}

/// The findings of a template, and of what it includes: the path, the line, the rule.
fn found(template: &str, files: &[(&str, &str)]) -> Vec<(String, usize, &'static str)> {
    let report = linted(template, files);
    let own = report.findings.iter().map(|found| (String::new(), found.span.position(template).0, found.rule));
    let included = report.included.iter().flat_map(|file| {
        file.findings.iter().map(|found| (file.path.clone(), found.span.position(&file.text).0, found.rule))
    });
    own.chain(included).collect()
}

/// The ways to name a file.
fn templates() -> [String; 5] {
    let sam = |properties: &str| {
        format!(
            "Transform: AWS::Serverless-2016-10-31\nResources:\n  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: v1\n{properties}"
        )
    };
    [
        sam("      DefinitionUri: ./api.yaml\n"),
        sam("      DefinitionBody:\n        Fn::Transform: {Name: AWS::Include, Parameters: {Location: ./api.yaml}}\n"),
        sam("      DefinitionBody: !Transform {Name: AWS::Include, Parameters: {Location: ./api.yaml}}\n"),
        "Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      BodyS3Location: ./api.yaml\n".to_owned(),
        "{\"Resources\": {\"Api\": {\"Type\": \"AWS::ApiGateway::RestApi\", \"Properties\": {\"Name\": \"pets\", \"Body\": {\"Fn::Transform\": \
         {\"Name\": \"AWS::Include\", \"Parameters\": {\"Location\": \"./api.yaml\"}}}}}}}"
            .to_owned(),
    ]
}

#[test]
fn what_is_wrong_in_an_included_file_is_found_there() {
    for template in templates() {
        let expected = [("./api.yaml".to_owned(), 10, "integration-uri-is-url")];
        assert_eq!(found(&template, &[("./api.yaml", DOCUMENT)]), expected, "{template}");
        let right = DOCUMENT.replace("example.com", "https://example.com");
        assert_eq!(found(&template, &[("./api.yaml", &right)]), [], "{template}");
    }
}

#[test]
fn a_file_that_is_not_there_is_unknown() {
    for template in templates() {
        assert_eq!(found(&template, &[]), [], "{template}");
        let elsewhere = template.replace("./api.yaml", "s3://bucket/api.yaml");
        assert_eq!(found(&elsewhere, &[("s3://bucket/api.yaml", DOCUMENT)]), [], "{elsewhere}");
        assert_eq!(found(&template, &[("./api.yaml", "{")]), [], "{template}");
    }
}

/// A document of which a part is included is checked with the part; without it, nothing is missing for certain.
#[test]
fn parts_of_documents_are_included() {
    let body = "        openapi: 3.0.1\n        info: {title: pets, version: '1'}\n        paths:\n          /pets:\n            get:\n              \
                responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}\n              \
                x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: example.com}\n        components:\n          schemas:\n            \
                Fn::Transform: {Name: AWS::Include, Parameters: {Location: models.yaml}}\n            Cat: {type: object}\n";
    let template = format!(
        "Transform: AWS::Serverless-2016-10-31\nResources:\n  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: v1\n      \
         DefinitionBody:\n{body}"
    );
    let rules =
        |files: &[(&str, &str)]| found(&template, files).into_iter().map(|(_, _, rule)| rule).collect::<Vec<_>>();
    assert_eq!(rules(&[]), ["integration-uri-is-url"]);
    assert_eq!(rules(&[("models.yaml", "Pet: {type: object}\n")]), ["integration-uri-is-url"]);
    let missing = rules(&[("models.yaml", "Dog: {type: object}\n")]);
    assert!(missing.len() == 2 && missing.contains(&"integration-uri-is-url"), "{missing:?}");
}

#[test]
fn an_included_file_allows_what_is_in_it() {
    let allowing =
        DOCUMENT.replace("        uri:", "        # apigw: allow(integration-uri-is-url) a test\n        uri:");
    let [template, ..] = templates();
    assert_eq!(found(&template, &[("./api.yaml", &allowing)]), []);
}

/// What stands beside paths that cannot be seen is checked, and a path to which something is added is not.
#[test]
fn unseen_keys_hide_only_what_they_are_in() {
    let unseen = "Fn::Transform: {Name: AWS::Include, Parameters: {Location: 's3://bucket/more.yaml'}}";
    let template = |beside: &str, within: &str| {
        format!(
            "Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      Body:\n        openapi: 3.0.1\n        info: {{title: \
             pets, version: '1'}}\n        paths:\n          /pets:\n            get:\n              responses: {{}}\n{within}              \
             x-amazon-apigateway-integration: {{type: http, httpMethod: GET, uri: example.com}}\n{beside}"
        )
    };
    let rules = |template: &str| found(template, &[]).into_iter().map(|(_, _, rule)| rule).collect::<Vec<_>>();
    assert_eq!(rules(&template("", "")), ["integration-uri-is-url"]);
    assert_eq!(rules(&template(&format!("          {unseen}\n"), "")), ["integration-uri-is-url"]);
    assert_eq!(rules(&template("", &format!("              {unseen}\n"))), [""; 0]);
}

/// The parts of an API can be in a document that is elsewhere.
#[test]
fn a_document_elsewhere_can_have_everything() {
    let template = "Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties: {BodyS3Location: {Bucket: b, Key: api.yaml}}\n  \
                    Get:\n    Type: AWS::ApiGateway::Method\n    Properties:\n      RestApiId: !Ref Api\n      ResourceId: !GetAtt \
                    Api.RootResourceId\n      HttpMethod: GET\n      AuthorizationType: NONE\n      RequestModels: {application/json: Pet}\n      \
                    Integration: {Type: MOCK}\n";
    assert_eq!(found(template, &[]), []);
}

/// A file that many places name is not copied without end.
#[test]
fn what_is_included_is_bounded() {
    let resource = |index: usize| {
        format!(
            "  Api{index}:\n    Type: AWS::Serverless::Api\n    Properties: {{StageName: v1, DefinitionUri: ./api.yaml}}\n"
        )
    };
    let template =
        |count: usize| ["Resources:\n".to_owned()].into_iter().chain((0..count).map(resource)).collect::<String>();
    let path = |index: usize| format!("  /p{index}: {{get: {{responses: {{}}}}}}\n");
    let start = "openapi: 3.0.1\ninfo: {title: pets, version: '1'}\npaths:\n".to_owned();
    let document: String = [start].into_iter().chain((0..2_000).map(path)).collect();

    let most = |count: usize| {
        let template = template(count);
        let lint = || assert_eq!(found(&template, &[("./api.yaml", &document)]), []);
        allocation_counter::measure(lint).bytes_max
    };
    // Both are more than a file may have.
    let (few, many) = (most(100), most(200));
    assert!(many < few * 5 / 4, "{few} bytes for 100 places, {many} for 200");
}

#[test]
fn what_an_included_part_allows_is_kept_and_counted() {
    let part = "type: http\nhttpMethod: GET\n# apigw: allow(integration-uri-is-url) a test\nuri: example.com\n";
    let template = "Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      Body:\n        openapi: 3.0.1\n        info: \
                    {title: pets, version: '1'}\n        paths: {/pets: {get: {responses: {}, x-amazon-apigateway-integration: {Fn::Transform: \
                    {Name: AWS::Include, Parameters: {Location: part.yaml}}}}}}\n";
    let report = linted(template, &[("part.yaml", part)]);
    let [file] = report.included.as_slice() else { panic!("{:?}", report.included) };
    assert_eq!((file.findings.len(), file.suppressed.len()), (0, 1));

    let mistyped = part.replace("is-url", "is-ulr");
    let rules: Vec<_> = found(template, &[("part.yaml", &mistyped)]).into_iter().map(|(_, _, rule)| rule).collect();
    assert!(rules.contains(&apigw_lint::UNUSED_SUPPRESSION) && rules.contains(&"integration-uri-is-url"), "{rules:?}");
}
