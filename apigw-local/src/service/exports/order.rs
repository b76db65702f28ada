//! The order in which the service lists what it keeps in hash maps of Java.

/// The items in the order of a hash map of Java with these keys.
pub(super) fn hashed<T>(items: impl Iterator<Item = T>, key: impl Fn(&T) -> &str) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    // A table has a power of two of places, at least 16, and is filled to three quarters.
    let places = (items.len() * 4 / 3 + 1).next_power_of_two().max(16);
    let mask = u32::try_from(places - 1).unwrap_or(u32::MAX);
    items.sort_by_key(|item| spread(key(item)) & mask);
    items
}

/// The hash of a string as the map sees it.
fn spread(text: &str) -> u32 {
    let hash = text.encode_utf16().fold(0_u32, |hash, unit| hash.wrapping_mul(31).wrapping_add(u32::from(unit)));
    hash ^ (hash >> 16)
}

#[cfg(test)]
mod tests {
    use super::hashed;

    #[test]
    fn the_order_is_that_of_recorded_exports() {
        let names = ["Empty", "NewPet", "NewPetResponse", "Pet", "PetType", "Pets"];
        let expected = ["Pets", "Empty", "NewPetResponse", "Pet", "NewPet", "PetType"];
        assert_eq!(hashed(names.iter(), |name| name).into_iter().copied().collect::<Vec<_>>(), expected);
        let parameters = ["method.request.querystring.page", "method.request.querystring.type"];
        let expected = ["method.request.querystring.type", "method.request.querystring.page"];
        assert_eq!(hashed(parameters.iter(), |name| name).into_iter().copied().collect::<Vec<_>>(), expected);
    }
}
