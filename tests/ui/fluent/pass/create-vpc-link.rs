//! Made from what the rules of `CreateVpcLink` must accept.

pub fn calls(client: &apigw_client::Client) {
    let _ = client
        .create_vpc_link()
        .name("link")
        .target_arns(["arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/net/a/b"])
        .send();
    let _ = client
        .create_vpc_link()
        .name("link")
        .target_arns(["arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/net/a/b"])
        .send();
}

fn main() {}
